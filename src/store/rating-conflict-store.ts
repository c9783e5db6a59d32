import type { InferSchemaType } from 'mongoose';
import type { DomainEvent } from '../core/kernel/domain-event.ts';
import type { ApplicantId, OrganisationId, RequisitionId } from '../core/kernel/ids.ts';
import type { RatingConflict } from '../core/rating/rating-conflict.ts';
import { isDuplicateKey, strictSchema, type Connection } from './connection.ts';
import { outboxFields, relaySource, withEvents } from './outbox.ts';

const schema = strictSchema({
  /** `applicantId:raterId`: declared once, by whoever was first. */
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  requisitionId: { type: String, required: true },
  applicantId: { type: String, required: true },
  raterId: { type: String, required: true },
  declaredBy: { type: String, required: true },
  declaredAt: { type: Date, required: true },
  ...outboxFields,
});
schema.index({ organisationId: 1, requisitionId: 1, applicantId: 1 });
schema.index({ relayAt: 1 }, { sparse: true });

type Row = InferSchemaType<typeof schema>;

function toConflict(row: Row): RatingConflict {
  const { _id, outbox: _outbox, relayAt: _relayAt, ...fields } = row;
  return fields as unknown as RatingConflict;
}

/** Who must not rate whom. It stands apart from the tasks, so that it holds for those that come later. */
export function createRatingConflictStore(connection: Connection) {
  const conflicts = connection.model('conflicts', schema, 'conflicts');

  async function list(filter: object, limit: number): Promise<RatingConflict[]> {
    const rows = await conflicts.find(filter).sort({ applicantId: 1, _id: 1 }).limit(limit).lean<Row[]>();
    return rows.map(toConflict);
  }

  return {
    relaySource: relaySource('conflicts', conflicts as never),

    /** False where it was declared before. */
    async declare(conflict: RatingConflict, events: readonly DomainEvent[]): Promise<boolean> {
      const _id = `${conflict.applicantId}:${conflict.raterId}`;
      try {
        await conflicts.insertOne({ _id, ...conflict, ...withEvents(events) } as never);
        return true;
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        return false;
      }
    },

    listOfApplicants(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      applicantIds: readonly ApplicantId[],
    ): Promise<RatingConflict[]> {
      return list({ organisationId, requisitionId, applicantId: { $in: [...applicantIds] } }, 10_000);
    },

    listOfRole(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      limit: number,
    ): Promise<RatingConflict[]> {
      return list({ organisationId, requisitionId }, limit);
    },
  };
}
