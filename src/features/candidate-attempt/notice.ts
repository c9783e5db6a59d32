import type { Retention } from '../../core/requisition/retention.ts';

/** Goes up when the words of the notice change; which one was read is kept with the attempt. */
export const NOTICE_VERSION = '4';

/** Whose key the answers are compared with. */
const BY_AUTHORS = {
  key: 'The key was made by the authors of this test.',
  use: 'This test is new. No panel of experts has checked its key yet. It should not be the only reason for a decision about you.',
};
const BY_PANEL = {
  key: 'The key was made by a panel of people who know such jobs.',
  use: 'It should not be the only reason for a decision about you.',
};

/** The version that somebody reads whose intake goes by a key of experts, or of the authors. */
export const noticeVersion = (byPanel: boolean): string =>
  byPanel ? `${NOTICE_VERSION}-panel` : NOTICE_VERSION;

/** What happens with the answers. It promises only what works today. */
export const noticeLines = (byPanel: boolean): readonly string[] => [
  'Your answers are stored as you type, so that nothing is lost when a line breaks.',
  'What you write is read by two raters who do not know you. They see one answer at a time and no name.',
  `Your ratings of situations are compared with a key. ${(byPanel ? BY_PANEL : BY_AUTHORS).key}`,
  'No software judges your writing. No camera, no microphone and no record of your typing is used.',
  'Time, spelling and the device you use do not count.',
  'We keep whether you began on a phone, a tablet or a computer. We only look at it for all people at once, to see if the test is fair on each. Nobody who decides sees it.',
  (byPanel ? BY_PANEL : BY_AUTHORS).use,
  'An empty written answer counts as the lowest level, also when the time ran out.',
];

/** How long the answers of this role are kept. The sweep of erasures keeps the promise. */
export function retentionNotice(retention: Retention, employer: string): string {
  return retention.kind === 'months'
    ? `Your name, your answers and their ratings are kept until ${retention.months} months after this role is closed. Then they are deleted.`
    : `${employer} keeps your name, your answers and their ratings until somebody there deletes them. The reason: ${retention.reason}`;
}

export const ASSISTANCE: readonly string[] = [
  'Spell check, dictation, translation and assistive software are fine.',
  'The words must be your own: no other person and no chatbot writes for you.',
  'We do not try to detect this. In an interview you may be asked about your answers.',
];
