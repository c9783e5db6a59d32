import type { InferSchemaType } from 'mongoose';
import type { DomainEvent } from '../core/kernel/domain-event.ts';
import type { OrganisationId } from '../core/kernel/ids.ts';
import type { ReferenceConstants } from '../core/norms/reference-constants.ts';
import { Schema, strictSchema, type Connection } from './connection.ts';
import { outboxFields, relaySource, withEvents } from './outbox.ts';

const { Mixed } = Schema.Types;
const schema = strictSchema({
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  scopeId: { type: String, required: true },
  versions: { type: Mixed, required: true },
  n: { type: Number, required: true },
  judgment: { type: Mixed, required: true },
  written: { type: Mixed, required: true },
  correlation: { type: Number, required: true },
  weights: { type: Mixed, required: true },
  frozenBy: { type: String, required: true },
  frozenAt: { type: Date, required: true },
  ...outboxFields,
});
schema.index({ organisationId: 1, scopeId: 1, frozenAt: -1 });
schema.index({ relayAt: 1 }, { sparse: true });

type Row = InferSchemaType<typeof schema>;

/** What Overall stands on. Nothing changes or removes a document; the newest of a scope counts. */
export function createReferenceConstantsStore(connection: Connection) {
  const constants = connection.model('referenceConstants', schema, 'referenceConstants');

  return {
    relaySource: relaySource('referenceConstants', constants as never),

    async insert({ id, ...fields }: ReferenceConstants, events: readonly DomainEvent[]): Promise<void> {
      await constants.insertOne({ _id: id, ...fields, ...withEvents(events) } as never);
    },

    async findNewest(organisationId: OrganisationId, scopeId: string): Promise<ReferenceConstants | null> {
      const row = await constants
        .findOne({ organisationId, scopeId })
        .sort({ frozenAt: -1, _id: 1 })
        .lean<Row>();
      if (row === null) return null;
      const { _id, outbox: _outbox, relayAt: _relayAt, ...fields } = row;
      return { id: _id, ...fields } as unknown as ReferenceConstants;
    },
  };
}
