import type { ApplicantId, OrganisationId, RequisitionId } from '../kernel/ids.ts';

/** Mail about the test: to begin, to be reminded, or to learn that there is more time to begin. */
export const TEST_MAILS = ['invitation', 'reminder', 'extended'] as const;
export type TestMail = (typeof TEST_MAILS)[number];

/** The letter about the decision outlives them all. */
export const MAIL_KINDS = [...TEST_MAILS, 'decision'] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

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

/** Mail to one applicant. Name, address and text are composed when it is sent, so that corrections count. */
export interface Mail {
  /** The id of the event that asked for it: one event queues one mail, however often it is passed on. */
  readonly id: string;
  readonly organisationId: OrganisationId;
  readonly requisitionId: RequisitionId;
  readonly applicantId: ApplicantId;
  readonly kind: MailKind;
  readonly state: 'waiting' | 'sending' | 'sent' | 'failed' | 'dropped';
  /** How often sending was begun. */
  readonly tries: number;
  readonly failure: MailFailure | null;
  readonly dropReason: DropReason | null;
  readonly queuedAt: Date;
  readonly sentAt: Date | null;
}
