import type { InferSchemaType } from 'mongoose';
import type { DomainEvent } from '../core/kernel/domain-event.ts';
import type { IntakeId, OrganisationId, RequisitionId } from '../core/kernel/ids.ts';
import type { Draw } from '../core/requisition/draw-places.ts';
import { isDuplicateKey, Schema, strictSchema, type Connection } from './connection.ts';
import { outboxFields, relaySource, withEvents } from './outbox.ts';

const Mixed = Schema.Types.Mixed;
/** Ids and labels, which outlast an erasure. */
const schema = strictSchema({
  /** `requisitionId:intakeId`: an intake is drawn once. */
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  requisitionId: { type: String, required: true },
  intakeId: { type: String, required: true },
  rubricVersionId: { type: String, required: true },
  column: { type: String, enum: ['written', 'judgment'] as const, required: true },
  places: { type: Number, required: true },
  sure: { type: [Mixed], required: true },
  seed: { type: String, required: true },
  order: { type: [Mixed], required: true },
  seats: { type: Number, required: true },
  personId: { type: String, required: true },
  at: { type: Date, required: true },
  ...outboxFields,
});
schema.index({ relayAt: 1 }, { sparse: true });

type Row = InferSchemaType<typeof schema>;

/** Append-only: nothing changes a draw, and none is made twice. */
export function createDrawStore(connection: Connection) {
  const draws = connection.model('draws', schema, 'draws');

  return {
    relaySource: relaySource('draws', draws as never),

    /** False where the intake was drawn before, by a second click or by somebody else. */
    async insert(draw: Draw, events: readonly DomainEvent[]): Promise<boolean> {
      const _id = `${draw.requisitionId}:${draw.intakeId}`;
      try {
        await draws.insertOne({ _id, ...draw, ...withEvents(events) } as never);
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },

    async find(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      intakeId: IntakeId,
    ): Promise<Draw | null> {
      const _id = `${requisitionId}:${intakeId}`;
      const row = await draws.findOne({ _id, organisationId, requisitionId }).lean<Row>();
      if (row === null) return null;
      const { _id: _key, outbox: _outbox, relayAt: _relayAt, ...fields } = row;
      return { ...fields } as unknown as Draw;
    },
  };
}
