import { previewLetter } from '../../core/mail/decision-letter.ts';
import type { Deps } from '../../deps.ts';
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
