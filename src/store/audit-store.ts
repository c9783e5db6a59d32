import type { InferSchemaType } from 'mongoose';
import type { DomainEvent } from '../core/kernel/domain-event.ts';
import type { OrganisationId } from '../core/kernel/ids.ts';
import { isDuplicateKey, Schema, strictSchema, type Connection } from './connection.ts';

const schema = strictSchema({
  /** The event's id: copying it twice leaves one. */
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  type: { type: String, required: true },
  at: { type: Date, required: true },
  actor: { type: Schema.Types.Mixed, required: true },
  facts: { type: Schema.Types.Mixed, required: true },
});
schema.index({ organisationId: 1, at: -1 });

type Row = InferSchemaType<typeof schema>;

/** The audit trail: append-only, ids and small facts, never texts. */
export function createAuditStore(connection: Connection) {
  const events = connection.model('auditEvents', schema, 'auditEvents');

  return {
    async record(event: DomainEvent): Promise<void> {
      const { id, ...fields } = event;
      try {
        await events.create({ _id: id, ...fields });
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
    },

    async listNewest(organisationId: OrganisationId, limit: number): Promise<DomainEvent[]> {
      const rows = await events.find({ organisationId }).sort({ at: -1 }).limit(limit).lean<Row[]>();
      return rows.map(({ _id, ...fields }) => ({ id: _id, ...fields }) as unknown as DomainEvent);
    },
  };
}
