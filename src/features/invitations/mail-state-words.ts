import type { ApplicantMail, DropReason, MailFailure, MailKind } from '../../core/mail/mail.ts';
import { formatDate } from '../../presentation/format-date.ts';

const KINDS: Readonly<Record<MailKind, string>> = {
  invitation: 'Invitation',
  reminder: 'Reminder',
  extended: 'Mail about more time',
  decision: 'Letter about the decision',
  'own-results': 'Mail about the results',
};

const FAILURES: Readonly<Record<MailFailure, string>> = {
  'address-refused': 'the address was refused. Correct it or send again',
  'mail-refused': 'the mail server refused the text. Ask whoever runs Attune, then send again',
  'sender-refused': 'the mail server does not let Attune send. Ask whoever runs Attune',
  'no-connection': 'the mail server could not be reached',
  'no-answer': 'the mail server did not answer',
  'put-off': 'the mail server asked to try later',
};

const REASONS: Readonly<Record<DropReason, string>> = {
  gone: 'the person withdrew or was erased',
  closed: 'the role is closed',
  'link-ended': 'the link had ended. Extend it or make a new one',
  begun: 'the person had begun',
  finished: 'the person had finished',
  replaced: 'a newer mail took its place',
};

/** What became of the newest mail, in a sentence. */
export function mailStateWords(mail: ApplicantMail): string {
  const kind = KINDS[mail.kind];
  switch (mail.state) {
    case 'sent':
      return `${kind} sent on ${formatDate(mail.sentAt ?? mail.queuedAt)}.`;
    case 'sending':
      return `${kind} is being sent.`;
    case 'waiting':
      return mail.failure === null
        ? `${kind} waits to be sent.`
        : `${kind} not sent yet: ${FAILURES[mail.failure]}. It is tried again by itself.`;
    case 'failed':
      return `${kind} failed: ${FAILURES[mail.failure ?? 'no-connection']}.`;
    case 'dropped':
      return `${kind} not sent: ${REASONS[mail.dropReason ?? 'gone']}.`;
  }
}
