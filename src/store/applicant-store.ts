import type { Applicant, ApplicantContact } from '../core/applicant/applicant.ts';
import type { DomainEvent } from '../core/kernel/domain-event.ts';
import type { ApplicantId, OrganisationId, RequisitionId } from '../core/kernel/ids.ts';
import { applicantDecisions } from './applicant-decisions.ts';
import { applicantInvitations } from './applicant-invitations.ts';
import { applicantWishes } from './applicant-wishes.ts';
import { applicantModel, toApplicant, toInvitation, type ApplicantRow } from './applicant-model.ts';
import { isDuplicateKey, type Connection } from './connection.ts';
import { insertMany } from './insert-many.ts';
import { inviteMany } from './invite-many.ts';
import { relaySource, withEvents } from './outbox.ts';
import { emailKey } from './person-store.ts';

const WITHOUT_CONTACT = {
  name: 0,
  email: 0,
  emailKey: 0,
  reference: 0,
  invitationId: 0,
  outbox: 0,
} as const;

/** An applicant with the contact that a mail needs. */
export type MailedApplicant = Applicant & ApplicantContact;

/** Somebody to insert with others; nothing is told about them one by one. */
export interface NewApplicant {
  readonly applicant: Applicant;
  readonly contact: ApplicantContact;
  readonly invitedAt: Date;
}

/** Somebody to invite with others; the label is drawn at the insertion. */
export interface InvitedPerson extends Omit<NewApplicant, 'applicant'> {
  readonly applicant: Omit<Applicant, 'label'>;
  readonly events: readonly DomainEvent[];
}

function toDocument({ applicant: { id, ...fields }, contact, invitedAt }: NewApplicant) {
  return { _id: id, ...fields, ...contact, emailKey: emailKey(contact.email), invitedAt };
}

export function createApplicantStore(connection: Connection) {
  const applicants = applicantModel(connection);

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
    ...applicantInvitations(applicants),
    ...applicantWishes(applicants),
    ...applicantDecisions(applicants),

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

    /** Invites many at once; tells which of them are stored afterwards, because of this call or of one before it. */
    inviteMany: (people: readonly InvitedPerson[], drawLabel: () => string) =>
      inviteMany(
        applicants,
        people.map(({ applicant, contact, invitedAt, events }) => ({
          ...toDocument({ applicant: { ...applicant, label: drawLabel() }, contact, invitedAt }),
          ...withEvents(events),
        })),
        drawLabel,
      ),

    insertMany: (people: readonly NewApplicant[]) => insertMany(applicants as never, people.map(toDocument)),

    /** For the candidate's link, whose signature has already been checked. */
    async findByLink(id: ApplicantId): Promise<Applicant | null> {
      const row = await applicants.findOne({ _id: id }, WITHOUT_CONTACT).lean<ApplicantRow>();
      return row === null ? null : toApplicant(row);
    },

    async find(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      id: ApplicantId,
    ): Promise<Applicant | null> {
      const row = await applicants
        .findOne({ _id: id, organisationId, requisitionId }, WITHOUT_CONTACT)
        .lean<ApplicantRow>();
      return row === null ? null : toApplicant(row);
    },

    /** Those of these applicants who are there, in any order. */
    /** By label, in any case. */
    async findByLabel(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      label: string,
    ): Promise<Applicant | null> {
      const row = await applicants
        .findOne({ organisationId, requisitionId, label: label.toUpperCase() }, WITHOUT_CONTACT)
        .lean<ApplicantRow>();
      return row === null ? null : toApplicant(row);
    },

    async findMany(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      ids: readonly ApplicantId[],
    ): Promise<Applicant[]> {
      const rows = await applicants
        .find({ _id: { $in: [...ids] }, organisationId, requisitionId }, WITHOUT_CONTACT)
        .lean<ApplicantRow[]>();
      return rows.map(toApplicant);
    },

    /** The person a mail goes to; the only reader that joins contact and applicant. */
    async findMailed(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      id: ApplicantId,
    ): Promise<MailedApplicant | null> {
      const row = await applicants
        .findOne({ _id: id, organisationId, requisitionId, state: 'active' })
        .lean<ApplicantRow>();
      return row === null ? null : { ...toApplicant(row), ...toInvitation(row) };
    },

    async count(organisationId: OrganisationId, requisitionId: RequisitionId): Promise<number> {
      return applicants.countDocuments({ organisationId, requisitionId });
    },
  };
}
