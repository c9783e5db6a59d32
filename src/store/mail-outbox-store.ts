import type { InferSchemaType } from 'mongoose';
import type { ApplicantId, OrganisationId, PersonId, RequisitionId } from '../core/kernel/ids.ts';
import {
  DROP_REASONS,
  MAIL_FAILURES,
  MAIL_KINDS,
  RATER_MAILS,
  TEST_MAILS,
  type ApplicantMail,
  type DropReason,
  type Mail,
  type MailFailure,
  type MailKind,
  type RaterMail,
  type RaterMailKind,
} from '../core/mail/mail.ts';
import { isDuplicateKey, strictSchema, type Connection } from './connection.ts';

const STATES = ['waiting', 'sending', 'sent', 'failed', 'dropped'] as const;

const schema = strictSchema({
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  requisitionId: { type: String, required: true },
  /** Exactly one of these says whom it is for; an erasure finds the mails of an applicant by theirs. */
  applicantId: { type: String },
  raterId: { type: String },
  kind: { type: String, enum: [...MAIL_KINDS, ...RATER_MAILS], required: true },
  state: { type: String, enum: [...STATES], required: true },
  tries: { type: Number, required: true },
  /** When to take it up: the next try while it waits, the end of the lease while somebody sends it, else absent. */
  dueAt: { type: Date },
  failure: { type: String, enum: [...MAIL_FAILURES] },
  dropReason: { type: String, enum: [...DROP_REASONS] },
  queuedAt: { type: Date, required: true },
  sentAt: { type: Date },
});
schema.index({ dueAt: 1 }, { sparse: true });
schema.index({ organisationId: 1, requisitionId: 1, applicantId: 1, queuedAt: 1 });
schema.index({ organisationId: 1, requisitionId: 1, state: 1, queuedAt: 1 });

type Row = InferSchemaType<typeof schema>;
type Asked =
  | Pick<ApplicantMail, 'id' | 'organisationId' | 'requisitionId' | 'applicantId' | 'kind' | 'queuedAt'>
  | Pick<RaterMail, 'id' | 'organisationId' | 'requisitionId' | 'raterId' | 'kind' | 'queuedAt'>;
type AboutApplicant = Pick<ApplicantMail, 'organisationId' | 'requisitionId' | 'applicantId'>;
type AboutRater = Pick<RaterMail, 'organisationId' | 'requisitionId' | 'raterId'>;

const toEntry = (row: Row) => ({
  id: row._id,
  organisationId: row.organisationId as OrganisationId,
  requisitionId: row.requisitionId as RequisitionId,
  state: row.state,
  tries: row.tries,
  failure: row.failure ?? null,
  dropReason: row.dropReason ?? null,
  queuedAt: row.queuedAt,
  sentAt: row.sentAt ?? null,
});

const toApplicantMail = (row: Row): ApplicantMail => ({
  ...toEntry(row),
  to: 'applicant',
  applicantId: row.applicantId as ApplicantId,
  kind: row.kind as MailKind,
});

const toMail = (row: Row): Mail =>
  typeof row.raterId === 'string'
    ? {
        ...toEntry(row),
        to: 'rater',
        raterId: row.raterId as PersonId,
        kind: row.kind as RaterMailKind,
      }
    : toApplicantMail(row);

const filterOf = (about: AboutApplicant | AboutRater) => ({
  organisationId: about.organisationId,
  requisitionId: about.requisitionId,
  ...('raterId' in about ? { raterId: about.raterId } : { applicantId: about.applicantId }),
});

/** Only whoever began the present try may end it. */
const heldAs = ({ id, organisationId, requisitionId, tries }: Mail) => ({
  _id: id,
  organisationId,
  requisitionId,
  state: 'sending' as const,
  tries,
});

/** Letters about the decision stand on its page, not among the invitations. */
const aboutTheTest = { kind: { $in: [...TEST_MAILS] } };

/** One document a mail: who it is for and how far it came, without name, address or text. */
export function createMailOutboxStore(connection: Connection) {
  const mails = connection.model('mailOutbox', schema, 'mailOutbox');

  return {
    /** False where this mail was queued before. */
    async queue({ id, ...asked }: Asked): Promise<boolean> {
      try {
        await mails.insertOne({ _id: id, ...asked, state: 'waiting', tries: 0, dueAt: asked.queuedAt });
        return true;
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        return false;
      }
    },

    /** Drops mails of these kinds that were asked for until then and have not gone out, but for that of the event itself. */
    async dropUnsent(
      about: AboutApplicant | AboutRater,
      { id, at }: { readonly id: string; readonly at: Date },
      dropReason: DropReason,
      kinds: readonly Mail['kind'][],
    ): Promise<void> {
      await mails.updateMany(
        {
          ...filterOf(about),
          _id: { $ne: id },
          kind: { $in: [...kinds] },
          queuedAt: { $lte: at },
          state: { $in: ['waiting', 'failed'] },
        },
        { $set: { state: 'dropped', dropReason }, $unset: { dueAt: 1 } },
      );
    },

    /** Takes the mail that is due longest, also one whose sender was lost; nobody else gets it until the lease ends. */
    async claimDue(now: Date, leaseUntil: Date): Promise<Mail | null> {
      const row = await mails
        .findOneAndUpdate(
          { dueAt: { $lte: now } },
          { $set: { state: 'sending', dueAt: leaseUntil }, $inc: { tries: 1 } },
          { sort: { dueAt: 1 }, returnDocument: 'after' },
        )
        .lean<Row>();
      return row === null ? null : toMail(row);
    },

    async markSent(mail: Mail, sentAt: Date): Promise<void> {
      await mails.updateOne(heldAs(mail), {
        $set: { state: 'sent', sentAt },
        $unset: { dueAt: 1, failure: 1 },
      });
    },

    async markDropped(mail: Mail, dropReason: DropReason): Promise<void> {
      await mails.updateOne(heldAs(mail), { $set: { state: 'dropped', dropReason }, $unset: { dueAt: 1 } });
    },

    /** Waits for the next try, or has failed for good where there is none. */
    async markFailed(mail: Mail, failure: MailFailure, dueAt: Date | null): Promise<void> {
      await mails.updateOne(
        heldAs(mail),
        dueAt === null
          ? { $set: { state: 'failed', failure }, $unset: { dueAt: 1 } }
          : { $set: { state: 'waiting', failure, dueAt } },
      );
    },

    /** The newest mail about the test of each of these people. */
    async findNewest(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      applicantIds: readonly ApplicantId[],
    ): Promise<ReadonlyMap<ApplicantId, ApplicantMail>> {
      const rows = await mails
        .find({ organisationId, requisitionId, applicantId: { $in: [...applicantIds] }, ...aboutTheTest })
        .sort({ applicantId: 1, queuedAt: 1 })
        .lean<Row[]>();
      return new Map(rows.map(toApplicantMail).map((mail) => [mail.applicantId, mail]));
    },

    /** The newest about the decision or the results; null where none was asked for. */
    async findLetter(
      { organisationId, requisitionId, applicantId }: AboutApplicant,
      kind: 'decision' | 'own-results',
    ): Promise<ApplicantMail | null> {
      const row = await mails
        .findOne({ organisationId, requisitionId, applicantId, kind })
        .sort({ queuedAt: -1 })
        .lean<Row>();
      return row === null ? null : toApplicantMail(row);
    },

    /** People whose mail about the test failed for good, the first one first. */
    async listFailed(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      limit: number,
    ): Promise<ApplicantId[]> {
      const rows = await mails
        .find({ organisationId, requisitionId, state: 'failed', ...aboutTheTest }, { applicantId: 1 })
        .sort({ queuedAt: 1 })
        .limit(limit)
        .lean<Pick<Row, 'applicantId'>[]>();
      return [...new Set(rows.map(({ applicantId }) => applicantId as ApplicantId))];
    },

    /** Raters of a role whose newest mail failed for good. */
    async listUntoldRaters(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
    ): Promise<ReadonlySet<PersonId>> {
      // Only mails to raters are about no applicant, which the index of applicants says.
      const rows = await mails
        .find({ organisationId, requisitionId, applicantId: null }, { raterId: 1, state: 1 })
        .sort({ queuedAt: 1 })
        .lean<Pick<Row, 'raterId' | 'state'>[]>();
      const newest = new Map(rows.map(({ raterId, state }) => [raterId as PersonId, state]));
      return new Set([...newest].flatMap(([raterId, state]) => (state === 'failed' ? [raterId] : [])));
    },

    countFailed: (organisationId: OrganisationId, requisitionId: RequisitionId): Promise<number> =>
      mails.countDocuments({ organisationId, requisitionId, state: 'failed', ...aboutTheTest }),

    /** The same for several requisitions at once; those without failed mail are left out. */
    async countFailedIn(
      organisationId: OrganisationId,
      requisitionIds: readonly RequisitionId[],
    ): Promise<ReadonlyMap<RequisitionId, number>> {
      const rows = await mails.aggregate<{ _id: RequisitionId; count: number }>([
        {
          $match: {
            organisationId,
            requisitionId: { $in: [...requisitionIds] },
            state: 'failed',
            ...aboutTheTest,
          },
        },
        { $group: { _id: '$requisitionId', count: { $sum: 1 } } },
      ]);
      return new Map(rows.map(({ _id, count }) => [_id, count]));
    },
  };
}
