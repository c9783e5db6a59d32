import type { InferSchemaType } from 'mongoose';
import type { RealResponse } from '../core/calibration/real-response.ts';
import type { DomainEvent } from '../core/kernel/domain-event.ts';
import type { AssessmentId, ItemId, OrganisationId, RequisitionId } from '../core/kernel/ids.ts';
import { isDuplicateKey, strictSchema, type Connection } from './connection.ts';
import { outboxFields, relaySource, withEvents } from './outbox.ts';

const schema = strictSchema({
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  requisitionId: { type: String, required: true },
  applicantId: { type: String, required: true },
  attemptId: { type: String, required: true },
  assessmentId: { type: String, required: true },
  itemId: { type: String, required: true },
  use: { type: String, enum: ['training', 'certification'] as const, required: true },
  a: { type: String },
  b: { type: String },
  proposedBy: { type: String, required: true },
  proposedAt: { type: Date, required: true },
  ...outboxFields,
});
schema.index({ organisationId: 1, assessmentId: 1, itemId: 1 });
schema.index({ organisationId: 1, requisitionId: 1, attemptId: 1, itemId: 1 }, { unique: true });
schema.index({ organisationId: 1, requisitionId: 1, applicantId: 1 });
schema.index({ relayAt: 1 }, { sparse: true });

type Row = InferSchemaType<typeof schema>;

const MOST = 1000;

function toResponse(row: Row): RealResponse {
  const { _id, outbox: _outbox, relayAt: _relayAt, a, b, ...fields } = row;
  return { id: _id, ...fields, a: a ?? '', b: b ?? '' } as unknown as RealResponse;
}

/** Masked responses of applicants that raters learn from. */
export function createRealResponseStore(connection: Connection) {
  const responses = connection.model('realResponses', schema, 'realResponses');

  return {
    relaySource: relaySource('realResponses', responses as never),

    /** False where this response was put forward before. */
    async insert({ id, ...fields }: RealResponse, events: readonly DomainEvent[]): Promise<boolean> {
      try {
        await responses.insertOne({ _id: id, ...fields, ...withEvents(events) } as never);
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },

    /** The oldest first, so that places in a list stay as they are. */
    async list(organisationId: OrganisationId, assessmentId: AssessmentId): Promise<RealResponse[]> {
      const rows = await responses
        .find({ organisationId, assessmentId })
        .sort({ itemId: 1, proposedAt: 1 })
        .limit(MOST)
        .lean<Row[]>();
      return rows.map(toResponse);
    },

    count: (organisationId: OrganisationId, assessmentId: AssessmentId, itemId: ItemId): Promise<number> =>
      responses.countDocuments({ organisationId, assessmentId, itemId }),

    async find(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      id: string,
    ): Promise<RealResponse | null> {
      const row = await responses.findOne({ _id: id, organisationId, requisitionId }).lean<Row>();
      return row === null ? null : toResponse(row);
    },

    async remove({ id, organisationId, requisitionId }: RealResponse): Promise<void> {
      await responses.deleteOne({ _id: id, organisationId, requisitionId });
    },

    async removeOf(
      about: Pick<RealResponse, 'organisationId' | 'requisitionId' | 'applicantId'>,
    ): Promise<void> {
      const { organisationId, requisitionId, applicantId } = about;
      await responses.deleteMany({ organisationId, requisitionId, applicantId });
    },
  };
}
