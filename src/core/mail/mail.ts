import type { ApplicantId, OrganisationId, PersonId, RequisitionId } from '../kernel/ids.ts';

/** Mail about the test: to begin, to be reminded, or to learn that there is more time to begin. */
export const TEST_MAILS = ['invitation', 'reminder', 'extended'] as const;
export type TestMail = (typeof TEST_MAILS)[number];

/** What is told about the decision and the results outlives them all. */
export const MAIL_KINDS = [...TEST_MAILS, 'decision', 'own-results'] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/**
 * Mail to a rater: that responses were given to them, once, before the day they should be handed in by, and that there
 * are some to take.
 */
export const RATER_MAILS = ['rating-given', 'rating-due', 'rating-waiting'] as const;
export type RaterMailKind = (typeof RATER_MAILS)[number];

/** Why a try failed. Never the server's own words, which may name people. */
export const MAIL_FAILURES = [
  'address-refused',
  'mail-refused',
  'sender-refused',
  'no-connection',
  'no-answer',
  'put-off',
] as const;
export type MailFailure = (typeof MAIL_FAILURES)[number];

/** Why a mail is not sent at all. */
export const DROP_REASONS = ['gone', 'closed', 'link-ended', 'begun', 'finished', 'replaced'] as const;
export type DropReason = (typeof DROP_REASONS)[number];

/** How far a mail came. Name, address and text are composed when it is sent, so that corrections count. */
interface OutboxEntry {
  /** Follows from the event that asked for it, so that an event queues one mail, however often it is passed on. */
  readonly id: string;
  readonly organisationId: OrganisationId;
  readonly requisitionId: RequisitionId;
  readonly state: 'waiting' | 'sending' | 'sent' | 'failed' | 'dropped';
  /** How often sending was begun. */
  readonly tries: number;
  readonly failure: MailFailure | null;
  readonly dropReason: DropReason | null;
  readonly queuedAt: Date;
  readonly sentAt: Date | null;
}

export interface ApplicantMail extends OutboxEntry {
  readonly to: 'applicant';
  readonly applicantId: ApplicantId;
  readonly kind: MailKind;
}

export interface RaterMail extends OutboxEntry {
  readonly to: 'rater';
  readonly raterId: PersonId;
  readonly kind: RaterMailKind;
}

/** Mail to one person, who is named by an id of their own kind. */
export type Mail = ApplicantMail | RaterMail;
