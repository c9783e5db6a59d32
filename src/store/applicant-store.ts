import type { InferSchemaType } from 'mongoose';
import { STAGES, type Applicant, type ApplicantContact } from '../core/applicant/applicant.ts';
import type { DomainEvent } from '../core/kernel/domain-event.ts';
import type { ApplicantId, OrganisationId, RequisitionId } from '../core/kernel/ids.ts';
import { isDuplicateKey, strictSchema, type Connection } from './connection.ts';
import { insertMany } from './insert-many.ts';
import { outboxFields, pushEvents, relaySource, withEvents } from './outbox.ts';
import { emailKey } from './person-store.ts';

const schema = strictSchema({
  _id: { type: String, required: true },
  organisationId: { type: String, required: true },
  requisitionId: { type: String, required: true },
  intakeId: { type: String, required: true },
  /** Another id for the invitation page, so that names never share an id with levels and figures. */
  invitationId: { type: String, required: true },
  label: { type: String, required: true },
  name: { type: String },
  email: { type: String },
  emailKey: { type: String },
  reference: { type: String },
  linkVersion: { type: Number, required: true, default: 0 },
  linkExpiresAt: { type: Date, required: true },
  stage: { type: String, enum: [...STAGES], required: true },
  state: { type: String, enum: ['active', 'erasing', 'erased'] as const, required: true },
  invitedAt: { type: Date, required: true },
  /** After an erasure: when to look once more for what was being written at that moment. */
  sweepAt: { type: Date },
  rev: { type: Number, required: true, default: 0 },
  ...outboxFields,
});
const under = { organisationId: 1, requisitionId: 1 } as const;
schema.index(
  { ...under, emailKey: 1 },
  { unique: true, partialFilterExpression: { emailKey: { $type: 'string' } } },
);
schema.index({ ...under, label: 1 }, { unique: true });
schema.index({ ...under, invitationId: 1 }, { unique: true });
schema.index({ ...under, invitedAt: 1, _id: 1 });
schema.index({ organisationId: 1, label: 1 });
schema.index({ sweepAt: 1 }, { sparse: true });
schema.index({ relayAt: 1 }, { sparse: true });

type Row = InferSchemaType<typeof schema>;

/** One line of the invitation page: contact and link, without label, level or figure. */
export interface Invitation extends ApplicantContact {
  readonly applicantId: ApplicantId;
  readonly linkVersion: number;
  readonly linkExpiresAt: Date;
  readonly invitedAt: Date;
}

function toApplicant(row: Row): Applicant {
  return {
    id: row._id as ApplicantId,
    organisationId: row.organisationId as OrganisationId,
    requisitionId: row.requisitionId as RequisitionId,
    intakeId: row.intakeId as Applicant['intakeId'],
    label: row.label,
    linkVersion: row.linkVersion,
    linkExpiresAt: row.linkExpiresAt,
    stage: row.stage,
    state: row.state,
    rev: row.rev,
  };
}

function toInvitation(row: Row): Invitation {
  return {
    applicantId: row._id as ApplicantId,
    invitationId: row.invitationId,
    name: row.name ?? '',
    email: row.email ?? '',
    reference: row.reference ?? null,
    linkVersion: row.linkVersion,
    linkExpiresAt: row.linkExpiresAt,
    invitedAt: row.invitedAt,
  };
}

const olderThan = ({ invitedAt, applicantId }: Invitation) => ({
  $or: [{ invitedAt: { $lt: invitedAt } }, { invitedAt, _id: { $lt: applicantId } }],
});

const WITHOUT_CONTACT = {
  name: 0,
  email: 0,
  emailKey: 0,
  reference: 0,
  invitationId: 0,
  outbox: 0,
} as const;

/** Somebody to insert with others; nothing is told about them one by one. */
export interface NewApplicant {
  readonly applicant: Applicant;
  readonly contact: ApplicantContact;
  readonly invitedAt: Date;
}

function toDocument({ applicant: { id, ...fields }, contact, invitedAt }: NewApplicant) {
  return { _id: id, ...fields, ...contact, emailKey: emailKey(contact.email), invitedAt };
}

export function createApplicantStore(connection: Connection) {
  const applicants = connection.model('applicants', schema, 'applicants');

  /** `label-taken` asks for another random label; an address is invited once in a requisition. */
  async function insert(
    applicant: Applicant,
    contact: ApplicantContact,
    invitedAt: Date,
    events: readonly DomainEvent[],
  ): Promise<'inserted' | 'address-invited' | 'label-taken'> {
    try {
      const document = { ...toDocument({ applicant, contact, invitedAt }), ...withEvents(events) };
      await applicants.insertOne(document as never);
      return 'inserted';
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return String((error as { message?: unknown }).message).includes('emailKey')
        ? 'address-invited'
        : 'label-taken';
    }
  }

  return {
    relaySource: relaySource('applicants', applicants as never),

    insert,

    /** Inserts under the first drawn label that is free; false where the address is invited here already. */
    async invite(
      applicant: Omit<Applicant, 'label'>,
      contact: ApplicantContact,
      invitedAt: Date,
      events: readonly DomainEvent[],
      drawLabel: () => string,
    ): Promise<boolean> {
      for (;;) {
        const outcome = await insert({ ...applicant, label: drawLabel() }, contact, invitedAt, events);
        if (outcome !== 'label-taken') return outcome === 'inserted';
      }
    },

    insertMany: (people: readonly NewApplicant[]) => insertMany(applicants as never, people.map(toDocument)),

    /** For the candidate's link, whose signature has already been checked. */
    async findByLink(id: ApplicantId): Promise<Applicant | null> {
      const row = await applicants.findOne({ _id: id }, WITHOUT_CONTACT).lean<Row>();
      return row === null ? null : toApplicant(row);
    },

    async find(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      id: ApplicantId,
    ): Promise<Applicant | null> {
      const row = await applicants
        .findOne({ _id: id, organisationId, requisitionId }, WITHOUT_CONTACT)
        .lean<Row>();
      return row === null ? null : toApplicant(row);
    },

    /** The newest first, after the invitation where the page before ended. */
    async listInvitations(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      limit: number,
      after: Invitation | null,
    ): Promise<Invitation[]> {
      const rows = await applicants
        .find({
          organisationId,
          requisitionId,
          state: 'active',
          ...(after === null ? {} : olderThan(after)),
        })
        .sort({ invitedAt: -1, _id: -1 })
        .limit(limit)
        .lean<Row[]>();
      return rows.map(toInvitation);
    },

    async findInvitation(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      invitationId: string,
    ): Promise<Invitation | null> {
      const row = await applicants
        .findOne({ organisationId, requisitionId, invitationId, state: 'active' })
        .lean<Row>();
      return row === null ? null : toInvitation(row);
    },

    /** Which of these addresses are invited here already, as one spelling each. */
    async findInvitedAddresses(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      emails: readonly string[],
    ): Promise<ReadonlySet<string>> {
      const rows = await applicants
        .find({ organisationId, requisitionId, emailKey: { $in: emails.map(emailKey) } }, { emailKey: 1 })
        .lean<Pick<Row, 'emailKey'>[]>();
      return new Set(rows.flatMap((row) => row.emailKey ?? []));
    },

    async count(organisationId: OrganisationId, requisitionId: RequisitionId): Promise<number> {
      return applicants.countDocuments({ organisationId, requisitionId });
    },

    /** Makes every link shown before worthless; a new one works until `linkExpiresAt`. */
    async renewLink(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      invitationId: string,
      linkExpiresAt: Date,
      events: readonly DomainEvent[],
    ): Promise<boolean> {
      const { $push, relayAt } = pushEvents(events);
      const result = await applicants.updateOne(
        { organisationId, requisitionId, invitationId, state: 'active' },
        { $inc: { linkVersion: 1, rev: 1 }, $set: { linkExpiresAt, relayAt }, $push },
      );
      return result.matchedCount === 1;
    },
  };
}
