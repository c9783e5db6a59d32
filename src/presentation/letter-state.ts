import type { ApplicantMail, MailFailure } from '../core/mail/mail.ts';
import { formatDate } from './format-date.ts';

const FAILURES: Readonly<Record<MailFailure, string>> = {
  'address-refused': 'the address was refused. A recruiter corrects it on the page of the invitation',
  'mail-refused': 'the mail server refused the text',
  'sender-refused': 'the mail server does not let Attune send',
  'no-connection': 'the mail server could not be reached',
  'no-answer': 'the mail server did not answer',
  'put-off': 'the mail server asked to try later',
};

/** What became of a letter or of the mail about results, in a sentence. */
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
