import type { UnratableReason } from '../../core/rating/rating-task.ts';

const UNRATABLE_WORDS: Readonly<Record<UnratableReason, string>> = {
  blank: 'Text without content',
  'off-topic': 'About something else',
  'other-language': 'In another language',
  'to-escalate': 'Somebody should look at it first',
  technical: 'Damaged by a technical fault',
};

/** Why a response cannot be rated, in words. */
export const unratableWords = (reason: UnratableReason): string => UNRATABLE_WORDS[reason];

/** "1 response", "12 responses". */
export const responsesWords = (count: number): string => `${count} ${count === 1 ? 'response' : 'responses'}`;

/** Work in words: minutes up to an hour and a half, then hours to the half. */
export function workWords(minutes: number): string {
  if (minutes < 90) return `${Math.ceil(minutes)} minutes`;
  return `${Math.ceil(minutes / 30) / 2} hours`;
}
