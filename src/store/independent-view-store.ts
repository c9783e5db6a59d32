import type { InferSchemaType } from 'mongoose';
import { CAPACITIES } from '../core/decision/asked-people.ts';
import { RECOMMENDATIONS, type IndependentView } from '../core/decision/independent-view.ts';
import type { DomainEvent } from '../core/kernel/domain-event.ts';
import type { ApplicantId, OrganisationId, PersonId, RequisitionId } from '../core/kernel/ids.ts';
import { isDuplicateKey, strictSchema, type Connection } from './connection.ts';
import { outboxFields, relaySource, withEvents } from './outbox.ts';

const schema = strictSchema({
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  requisitionId: { type: String, required: true },
  applicantId: { type: String, required: true },
  personId: { type: String, required: true },
  capacity: { type: String, enum: [...CAPACITIES] },
  recommendation: { type: String, enum: [...RECOMMENDATIONS], required: true },
  reason: { type: String, required: true },
  at: { type: Date, required: true },
  ...outboxFields,
});
schema.index({ organisationId: 1, requisitionId: 1, applicantId: 1, at: 1 });
schema.index({ relayAt: 1 }, { sparse: true });

type Row = InferSchemaType<typeof schema>;

const toView = (row: Row): IndependentView => ({
  organisationId: row.organisationId as OrganisationId,
  requisitionId: row.requisitionId as RequisitionId,
  applicantId: row.applicantId as ApplicantId,
  personId: row.personId as PersonId,
  capacity: row.capacity ?? null,
  recommendation: row.recommendation,
  reason: row.reason,
  at: row.at,
});

/** Append-only: one view a person and applicant. The id makes a second one impossible. */
export function createIndependentViewStore(connection: Connection) {
  const views = connection.model('independentViews', schema, 'independentViews');

  return {
    relaySource: relaySource('independentViews', views as never),

    /** False where this person gave one before, by a second click or in another tab. */
    async insert({ capacity, ...view }: IndependentView, events: readonly DomainEvent[]): Promise<boolean> {
      const _id = `${view.applicantId}:${view.personId}`;
      const whose = capacity === null ? {} : { capacity };
      try {
        await views.insertOne({ _id, ...view, ...whose, ...withEvents(events) } as never);
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },

    /** About these applicants, in the order in which they were given. */
    async listOf(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      applicantIds: readonly ApplicantId[],
    ): Promise<IndependentView[]> {
      const rows = await views
        .find({ organisationId, requisitionId, applicantId: { $in: [...applicantIds] } })
        .sort({ at: 1, _id: 1 })
        .lean<Row[]>();
      return rows.map(toView);
    },
  };
}
