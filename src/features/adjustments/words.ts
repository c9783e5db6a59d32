import type { Grant, Want } from '../../core/adjustment/adjustment-request.ts';
import type { Form } from '../../core/form/form.ts';
import type { SectionId } from '../../core/kernel/ids.ts';
import { formatMinutes } from '../../presentation/format-minutes.ts';

export const WANT_WORDS: Readonly<Record<Want, string>> = {
  'more-time': 'More time',
  'no-limit': 'No time limit',
  breaks: 'Breaks that stop the clock',
  'large-text': 'Larger text',
  'other-format': 'Another format',
  'reader-or-writer': 'A person who reads or writes',
  talk: 'Speak to someone',
};

/** Candidates count parts from one. */
export const partWords = (form: Form, sectionId: SectionId): string =>
  `part ${form.sections.findIndex(({ id }) => id === sectionId) + 1}`;

const WHY_NOT = {
  'no-limit': 'it has no time limit',
  'handed-in': 'it had been handed in',
  'too-late': 'it ended too long ago',
  'other-part-runs': 'another part was running',
  over: 'the test was over',
  'not-offered': 'the first part had started',
  withdrawn: 'the application was withdrawn',
} as const;

/** What a grant came to, for whoever asked. */
export function grantWords(form: Form, grant: Grant): string {
  const { outcome } = grant;
  if (grant.kind === 'no-limit') {
    if (outcome === 'waiting') return 'The parts will have no time limit when you begin.';
    return outcome === 'given'
      ? 'The parts have no time limit.'
      : `The time limit could not be switched off: ${outcome === 'withdrawn' ? WHY_NOT.withdrawn : WHY_NOT['not-offered']}.`;
  }
  const part = partWords(form, grant.sectionId);
  const time = formatMinutes(grant.ms);
  if (outcome === 'waiting') return `You get ${time} more for ${part} when you begin.`;
  if (outcome === 'given') return `You have ${time} more for ${part}.`;
  if (outcome === 'reopened') return `The time of ${part} was over. It was opened again for ${time}.`;
  return `There was no more time for ${part}: ${WHY_NOT[outcome]}.`;
}

/** The same for staff. */
export function grantWordsForStaff(form: Form, grant: Grant): string {
  const what =
    grant.kind === 'no-limit'
      ? 'No time limit'
      : `${formatMinutes(grant.ms)} more for ${partWords(form, grant.sectionId)}`;
  const { outcome } = grant;
  if (outcome === 'given') return `${what}: given`;
  if (outcome === 'waiting') return `${what}: kept until the applicant begins`;
  if (outcome === 'reopened') return `${what}: given, and the part is open again`;
  return `${what}: not given, ${WHY_NOT[outcome]}`;
}

/** Why a part cannot get more time now. */
export const refusalWords = (reason: keyof typeof WHY_NOT): string => `No more time: ${WHY_NOT[reason]}.`;
