import type { InferSchemaType } from 'mongoose';
import type { AskedPeople, AskedPerson } from '../core/decision/asked-people.ts';
import type { DomainEvent } from '../core/kernel/domain-event.ts';
import type { ApplicantId, OrganisationId, PersonId, RequisitionId } from '../core/kernel/ids.ts';
import { isDuplicateKey, Schema, strictSchema, type Connection } from './connection.ts';
import { outboxFields, pushEvents, relaySource } from './outbox.ts';

const schema = strictSchema({
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  requisitionId: { type: String, required: true },
  /** Absent in the list of a role. */
  applicantId: { type: String },
  people: { type: [Schema.Types.Mixed], required: true },
  rev: { type: Number, required: true },
  ...outboxFields,
});
schema.index({ organisationId: 1, requisitionId: 1, applicantId: 1 }, { unique: true });
schema.index({ relayAt: 1 }, { sparse: true });

type Row = InferSchemaType<typeof schema>;
type About = Pick<AskedPeople, 'organisationId' | 'requisitionId' | 'applicantId'>;

const toAsked = (row: Row): AskedPeople => ({
  organisationId: row.organisationId as OrganisationId,
  requisitionId: row.requisitionId as RequisitionId,
  applicantId: (row.applicantId ?? null) as ApplicantId | null,
  people: row.people as readonly AskedPerson[],
  rev: row.rev,
});

/** Of a role or of one of its applicants; no id stands for both. */
const idOf = ({ requisitionId, applicantId }: About): string => applicantId ?? requisitionId;

/** Who is asked for views and scorecards: one list for a role, and one for each applicant where it differs. */
export function createAskedPeopleStore(connection: Connection) {
  const lists = connection.model('askedPeople', schema, 'askedPeople');

  return {
    relaySource: relaySource('askedPeople', lists as never),

    /** The role's list and those of these applicants, as far as there are any. */
    async listFor(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      applicantIds: readonly ApplicantId[],
    ): Promise<AskedPeople[]> {
      const filter = { organisationId, requisitionId, applicantId: { $in: [null, ...applicantIds] } };
      return (await lists.find(filter as never).lean<Row[]>()).map(toAsked);
    },

    /** Which of these roles name a person, for themselves or for one of their applicants. */
    listRolesNaming(
      organisationId: OrganisationId,
      requisitionIds: readonly RequisitionId[],
      personId: PersonId,
    ): Promise<readonly RequisitionId[]> {
      const filter = { organisationId, requisitionId: { $in: [...requisitionIds] } };
      return lists.distinct('requisitionId', { ...filter, 'people.personId': personId } as never) as never;
    },

    /** Writes the whole list; false where somebody changed it since it was read at that revision. */
    async save({ people, rev, ...about }: AskedPeople, events: readonly DomainEvent[]): Promise<boolean> {
      const { organisationId, requisitionId, applicantId } = about;
      const { $push, relayAt } = pushEvents(events);
      const whose = applicantId === null ? {} : { applicantId };
      try {
        const result = await lists.updateOne(
          { _id: idOf(about), organisationId, requisitionId, rev },
          { $set: { people: [...people], relayAt }, $inc: { rev: 1 }, $push, $setOnInsert: whose },
          { upsert: rev === 0 },
        );
        return result.matchedCount + result.upsertedCount === 1;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
  };
}
