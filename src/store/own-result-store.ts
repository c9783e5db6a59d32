import type { InferSchemaType } from 'mongoose';
import type { OwnResultRelease, OwnResultText } from '../core/decision/release-results.ts';
import type { DomainEvent } from '../core/kernel/domain-event.ts';
import type { ApplicantId, OrganisationId, PersonId, RequisitionId } from '../core/kernel/ids.ts';
import { isDuplicateKey, Schema, strictSchema, type Connection } from './connection.ts';
import { outboxFields, relaySource, withEvents } from './outbox.ts';

const schema = strictSchema({
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  requisitionId: { type: String, required: true },
  applicantId: { type: String, required: true },
  number: { type: Number, required: true },
  text: { type: Schema.Types.Mixed, required: true },
  correction: { type: String },
  by: { type: String, required: true },
  at: { type: Date, required: true },
  ...outboxFields,
});
schema.index({ organisationId: 1, requisitionId: 1, applicantId: 1, number: 1 }, { unique: true });
schema.index({ relayAt: 1 }, { sparse: true });

type Row = InferSchemaType<typeof schema>;
type About = Pick<OwnResultRelease, 'organisationId' | 'requisitionId' | 'applicantId'>;

const toRelease = (row: Row): OwnResultRelease => ({
  organisationId: row.organisationId as OrganisationId,
  requisitionId: row.requisitionId as RequisitionId,
  applicantId: row.applicantId as ApplicantId,
  number: row.number,
  text: row.text as OwnResultText,
  correction: row.correction ?? null,
  by: row.by as PersonId,
  at: row.at,
});

/** Append-only: what applicants were given to read about their own responses. The number lets each be released once. */
export function createOwnResultStore(connection: Connection) {
  const releases = connection.model('ownResults', schema, 'ownResults');

  return {
    relaySource: relaySource('ownResults', releases as never),

    /** False where somebody released the same number before. */
    async insert(
      { correction, ...release }: OwnResultRelease,
      events: readonly DomainEvent[],
    ): Promise<boolean> {
      const _id = `${release.applicantId}:${release.number}`;
      const why = correction === null ? {} : { correction };
      try {
        await releases.insertOne({ _id, ...release, ...why, ...withEvents(events) } as never);
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },

    /** The first one first. */
    async listOf({ organisationId, requisitionId, applicantId }: About): Promise<OwnResultRelease[]> {
      const rows = await releases
        .find({ organisationId, requisitionId, applicantId })
        .sort({ number: 1 })
        .lean<Row[]>();
      return rows.map(toRelease);
    },
  };
}
