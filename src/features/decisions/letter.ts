import type { ApplicantMail, MailFailure } from '../../core/mail/mail.ts';
import { previewLetter } from '../../core/mail/decision-letter.ts';
import type { Deps } from '../../deps.ts';
import { formatDate } from '../../presentation/format-date.ts';
import type { Case } from './find-case.ts';

export interface LetterVm {
  readonly subject: string;
  /** The plain text, paragraph by paragraph and line by line. */
  readonly paragraphs: readonly (readonly string[])[];
}

/** Mail leaves a role where there is a server for it, and never a simulation. */
export const mailIsOn = (
  { mailer }: Pick<Deps, 'mailer'>,
  { requisition }: Pick<Case, 'requisition'>,
): boolean => mailer !== null && !requisition.simulated;

/** Word for word what the applicant gets, but for their name where it is hidden and the link, which is theirs alone. */
export function letterOf(
  { requisition, organisation, record }: Case,
  message: string,
  mail: boolean,
): LetterVm {
  const { subject, text } = previewLetter({
    name: record.name ?? '[name]',
    organisation: organisation.name,
    roleTitle: requisition.title,
    message,
    link: mail ? '[the link of this person]' : null,
    contact: { name: organisation.contactName, email: organisation.contactEmail },
  });
  const paragraphs = text
    .trim()
    .split('\n\n')
    .map((paragraph) => paragraph.split('\n'));
  return { subject, paragraphs };
}

const FAILURES: Readonly<Record<MailFailure, string>> = {
  'address-refused': 'the address was refused. A recruiter corrects it on the page of the invitation',
  'mail-refused': 'the mail server refused the text',
  'sender-refused': 'the mail server does not let Attune send',
  'no-connection': 'the mail server could not be reached',
  'no-answer': 'the mail server did not answer',
  'put-off': 'the mail server asked to try later',
};

/** What became of the letter, in a sentence. */
export function letterState({ state, failure, queuedAt, sentAt }: ApplicantMail): string {
  switch (state) {
    case 'sent':
      return `Sent by mail on ${formatDate(sentAt ?? queuedAt)}.`;
    case 'sending':
      return 'It is being sent by mail.';
    case 'waiting':
      return failure === null
        ? 'It waits to be sent by mail.'
        : `Not sent yet: ${FAILURES[failure]}. It is tried again by itself.`;
    case 'failed':
      return `The mail failed: ${FAILURES[failure ?? 'no-connection']}.`;
    case 'dropped':
      return 'The mail was not sent: the person withdrew or was erased, or was moved on since.';
  }
}
