import type { QueryFilter } from 'mongoose';
import type { ApplicantContact } from '../core/applicant/applicant.ts';
import type { DomainEvent } from '../core/kernel/domain-event.ts';
import type { ApplicantId, OrganisationId, RequisitionId } from '../core/kernel/ids.ts';
import { toInvitation, type ApplicantModel, type ApplicantRow, type Invitation } from './applicant-model.ts';
import { isDuplicateKey } from './connection.ts';
import { pushEvents } from './outbox.ts';
import { emailKey } from './person-store.ts';

const olderThan = ({ invitedAt, applicantId }: Invitation) => ({
  $or: [{ invitedAt: { $lt: invitedAt } }, { invitedAt, _id: { $lt: applicantId } }],
});

/** Name, address and reference as somebody corrected them, and the revision they saw. */
export interface ContactCorrection extends Omit<ApplicantContact, 'invitationId'> {
  readonly rev: number;
  /** With another address every link shown before becomes worthless. */
  readonly renewLink: boolean;
  readonly linkExpiresAt: Date;
}

/** The person behind an invitation, as its pages know them. */
export interface InvitationPlace {
  readonly organisationId: OrganisationId;
  readonly requisitionId: RequisitionId;
  readonly invitationId: string;
}

interface PersonChange {
  readonly only?: QueryFilter<ApplicantRow>;
  readonly set?: Readonly<Partial<ApplicantRow>>;
  /** They waited for a new link, and have it now. */
  readonly answersWish?: boolean;
  /** By how many every link shown before falls behind. */
  readonly linkVersions?: 0 | 1;
}

/** What the invitation pages read and change: contact and link, never label, level or figure. */
export function applicantInvitations(applicants: ApplicantModel) {
  /** One update with its events, if the person is active and `only` holds; whether there was somebody to change. */
  async function change(
    place: InvitationPlace,
    { only = {}, set = {}, answersWish = false, linkVersions = 0 }: PersonChange,
    events: readonly DomainEvent[],
  ): Promise<boolean> {
    const { $push, relayAt } = pushEvents(events);
    const result = await applicants.updateOne(
      { ...place, state: 'active', ...only },
      {
        $inc: { rev: 1, linkVersion: linkVersions },
        $set: { ...set, relayAt },
        $push,
        ...(answersWish ? { $unset: { linkAskedAt: 1 as const } } : {}),
      },
    );
    return result.matchedCount === 1;
  }

  return {
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
        .lean<ApplicantRow[]>();
      return rows.map(toInvitation);
    },

    async findInvitation(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      invitationId: string,
    ): Promise<Invitation | null> {
      const row = await applicants
        .findOne({ organisationId, requisitionId, invitationId, state: 'active' })
        .lean<ApplicantRow>();
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
        .lean<Pick<ApplicantRow, 'emailKey'>[]>();
      return new Set(rows.flatMap((row) => row.emailKey ?? []));
    },

    /** Those of these people, the newest first. */
    async listInvitationsOf(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      applicantIds: readonly ApplicantId[],
    ): Promise<Invitation[]> {
      const rows = await applicants
        .find({ organisationId, requisitionId, state: 'active', _id: { $in: [...applicantIds] } })
        .sort({ invitedAt: -1, _id: -1 })
        .lean<ApplicantRow[]>();
      return rows.map(toInvitation);
    },

    /** Those who wait for a new link, the one who asked first first. */
    async listAskingForLink(
      organisationId: OrganisationId,
      requisitionId: RequisitionId,
      limit: number,
    ): Promise<Invitation[]> {
      const rows = await applicants
        .find({ organisationId, requisitionId, state: 'active', linkAskedAt: { $gt: new Date(0) } })
        .sort({ linkAskedAt: 1 })
        .limit(limit)
        .lean<ApplicantRow[]>();
      return rows.map(toInvitation);
    },

    /** Makes every link shown before worthless; a new one works until `linkExpiresAt`. */
    renewLink: (
      place: InvitationPlace,
      linkExpiresAt: Date,
      events: readonly DomainEvent[],
    ): Promise<boolean> =>
      change(place, { set: { linkExpiresAt }, answersWish: true, linkVersions: 1 }, events),

    /** False where the link lets them begin as long already. */
    extendLink: (
      place: InvitationPlace,
      linkExpiresAt: Date,
      events: readonly DomainEvent[],
    ): Promise<boolean> =>
      change(
        place,
        {
          only: { linkExpiresAt: { $lt: linkExpiresAt }, stage: { $ne: 'withdrawn' } },
          set: { linkExpiresAt },
          answersWish: true,
        },
        events,
      ),

    /** Changes the contact if nobody else changed the person since it was read; an address stands once in a role. */
    async correctContact(
      place: InvitationPlace,
      { rev, renewLink, ...contact }: ContactCorrection,
      events: readonly DomainEvent[],
    ): Promise<'changed' | 'changed-meanwhile' | 'address-invited'> {
      const set = { ...contact, emailKey: emailKey(contact.email) };
      try {
        const changed = await change(place, { only: { rev }, set, linkVersions: renewLink ? 1 : 0 }, events);
        return changed ? 'changed' : 'changed-meanwhile';
      } catch (error) {
        if (isDuplicateKey(error)) return 'address-invited';
        throw error;
      }
    },

    /** False where the last reminder is not as old as `lastBefore`, so that two clicks remind once. */
    noteReminder: (
      place: InvitationPlace,
      { remindedAt, lastBefore }: { readonly remindedAt: Date; readonly lastBefore: Date },
      events: readonly DomainEvent[],
    ): Promise<boolean> =>
      change(place, { only: { remindedAt: { $not: { $gt: lastBefore } } }, set: { remindedAt } }, events),

    /** Notes what was asked for this person; false where there is nobody any more. */
    noteAsked: (place: InvitationPlace, events: readonly DomainEvent[]): Promise<boolean> =>
      change(place, {}, events),
  };
}
