import type { InferSchemaType } from 'mongoose';
import type { DomainEvent } from '../core/kernel/domain-event.ts';
import type { OrganisationId } from '../core/kernel/ids.ts';
import type { NormGroup } from '../core/norms/norm-group.ts';
import { Schema, strictSchema, type Connection } from './connection.ts';
import { outboxFields, relaySource, withEvents } from './outbox.ts';

const { Mixed } = Schema.Types;
const schema = strictSchema({
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  scopeId: { type: String, required: true },
  versions: { type: Mixed, required: true },
  name: { type: String, required: true },
  description: { type: String, required: true },
  requisitionIds: { type: [String], required: true },
  from: { type: Date, required: true },
  to: { type: Date, required: true },
  scores: { type: Mixed, required: true },
  frozenBy: { type: String, required: true },
  frozenAt: { type: Date, required: true },
  ...outboxFields,
});
schema.index({ organisationId: 1, scopeId: 1, frozenAt: -1 });
schema.index({ relayAt: 1 }, { sparse: true });

type Row = InferSchemaType<typeof schema>;

function toGroup(row: Row): NormGroup {
  const { _id, outbox: _outbox, relayAt: _relayAt, ...fields } = row;
  return { id: _id, ...fields } as unknown as NormGroup;
}

/** Frozen groups to compare scores with. Nothing changes or removes one; it holds counts and nobody's id. */
export function createNormGroupStore(connection: Connection) {
  const groups = connection.model('normGroups', schema, 'normGroups');

  return {
    relaySource: relaySource('normGroups', groups as never),

    async insert({ id, ...fields }: NormGroup, events: readonly DomainEvent[]): Promise<void> {
      await groups.insertOne({ _id: id, ...fields, ...withEvents(events) } as never);
    },

    /** The newest first. */
    async list(organisationId: OrganisationId, scopeId: string, limit: number): Promise<NormGroup[]> {
      const rows = await groups
        .find({ organisationId, scopeId })
        .sort({ frozenAt: -1, _id: 1 })
        .limit(limit)
        .lean<Row[]>();
      return rows.map(toGroup);
    },
  };
}
