import type { Interval } from '../../core/psychometrics/feldt-interval.ts';
import type { Coefficient, ItemFlag, PromptOrRater } from '../../core/quality/quality-report.ts';

/** Two digits without the leading zero, as coefficients are printed. */
export const two = (value: number): string => value.toFixed(2).replace(/^(-?)0\./, '$1.');

export const orDash = (value: number | null): string => (value === null ? '–' : two(value));

export const percent = (share: number): string => `${Math.round(100 * share)} %`;

export const intervalWords = ({ lower, upper }: Interval): string => `${two(lower)} to ${two(upper)}`;

export const coefficientSub = ({ interval }: Coefficient): string | null =>
  interval === null ? null : intervalWords(interval);

export const FLAG_WORDS: Readonly<Record<ItemFlag, string>> = {
  'separates-little': 'Separates little',
  'too-easy': 'Nearly everybody gets it right',
  'too-hard': 'Nearly nobody gets it right',
  'weak-option-draws': 'A weak option draws people who do well',
  'option-flat': 'An option is rated alike by all',
};

const raisedBy = (more: number, now: number): string => `${two(now)} to ${two(more)}`;

/** Another prompt or another rater: what would help more, in one sentence. */
export function studyWords({ now, morePrompts, moreRaters, prompts }: PromptOrRater): string {
  const [byPrompt, byRater] = [morePrompts - now, moreRaters - now];
  if (Math.max(byPrompt, byRater) < 0.005)
    return `Neither one prompt more nor a third rater for every response would raise the reliability of ${two(now)} noticeably.`;
  const prompt = `a prompt more (${prompts + 1} instead of ${prompts}) would raise reliability from ${raisedBy(morePrompts, now)}`;
  const rater = `a third rater for every response from ${raisedBy(moreRaters, now)}`;
  if (Math.abs(byPrompt - byRater) < 0.005) return `Both help alike: ${prompt}, ${rater}.`;
  return byPrompt > byRater
    ? `Another prompt would help more: ${prompt}, ${rater}.`
    : `Another rater would help more: ${rater}, ${prompt.replace('would raise reliability ', '')}.`;
}
