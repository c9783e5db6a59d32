import type { JudgmentItem } from '../item/item.ts';
import { validateRateOptions } from '../item/rate-options/validate-response.ts';
import type { OptionRatings } from './expert-panel.ts';

export type ReadRatings =
  | { readonly kind: 'read'; readonly ratings: OptionRatings; readonly complete: boolean }
  | { readonly kind: 'invalid' };

/** Ratings of a situation of any kind on the scale of 1 to 7, from untrusted fields named by option. */
export function readPanelRatings(item: JudgmentItem, raw: Readonly<Record<string, string>>): ReadRatings {
  const { id, title, situation, question, options } = item;
  const rated = { kind: 'rate-options' as const, id, title, situation, question, options };
  const check = validateRateOptions(rated, { ratings: raw });
  if (check.kind !== 'valid') return { kind: 'invalid' };
  const { ratings } = check.value;
  return { kind: 'read', ratings, complete: Object.keys(ratings).length === options.length };
}
