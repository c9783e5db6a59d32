import type { InferSchemaType } from 'mongoose';
import type { ReuseConsent } from '../core/calibration/reuse-consent.ts';
import type { DomainEvent } from '../core/kernel/domain-event.ts';
import type { ApplicantId, OrganisationId, RequisitionId } from '../core/kernel/ids.ts';
import { strictSchema, type Connection } from './connection.ts';
import { outboxFields, pushEvents, relaySource } from './outbox.ts';

const schema = strictSchema({
  /** The applicant's own id: one answer each. */
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  requisitionId: { type: String, required: true },
  applicantId: { type: String, required: true },
  state: { type: String, enum: ['given', 'withdrawn'] as const, required: true },
  version: { type: Number, required: true },
  at: { type: Date, required: true },
  ...outboxFields,
});
schema.index({ organisationId: 1, requisitionId: 1, applicantId: 1 });
schema.index({ relayAt: 1 }, { sparse: true });

type Row = InferSchemaType<typeof schema>;
type About = Pick<ReuseConsent, 'organisationId' | 'requisitionId' | 'applicantId'>;

const MOST = 5000;

function toConsent(row: Row): ReuseConsent {
  const { _id, outbox: _outbox, relayAt: _relayAt, ...fields } = row;
  return fields as unknown as ReuseConsent;
}

/** Who lets raters learn from what they wrote. */
export function createReuseConsentStore(connection: Connection) {
  const consents = connection.model('reuseConsents', schema, 'reuseConsents');

  return {
    relaySource: relaySource('reuseConsents', consents as never),

    /** The latest answer counts; the trail keeps them all. */
    async set(consent: ReuseConsent, events: readonly DomainEvent[]): Promise<void> {
      const { organisationId, requisitionId, applicantId, ...answer } = consent;
      const { $push, relayAt } = pushEvents(events);
      await consents.updateOne(
        { _id: applicantId, organisationId, requisitionId, applicantId },
        { $set: { ...answer, relayAt }, $push },
        { upsert: true },
      );
    },

    /** Null where nobody has answered. */
    async find({ organisationId, requisitionId, applicantId }: About): Promise<ReuseConsent | null> {
      const row = await consents
        .findOne({ _id: applicantId, organisationId, requisitionId, applicantId })
        .lean<Row>();
      return row === null ? null : toConsent(row);
    },

    /** Everybody of a role who agrees. */
    async listGiven(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
    ): Promise<ReadonlySet<ApplicantId>> {
      const rows = await consents
        .find({ organisationId, requisitionId, state: 'given' }, { applicantId: 1 })
        .limit(MOST)
        .lean<Pick<Row, 'applicantId'>[]>();
      return new Set(rows.map(({ applicantId }) => applicantId as ApplicantId));
    },
  };
}
