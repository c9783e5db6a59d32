import type { OptionId } from '../../kernel/ids.ts';
import type { RateOptionsItem } from '../item.ts';
import { isPlainRecord } from '../plain-record.ts';
import type { RateOptionsValue } from '../response-value.ts';
import { invalid, type ResponseCheck } from '../response-check.ts';

/**
 * Ratings of some or all options, in the item's order. Input: the item and an untrusted `{ ratings: { option: 1…7 } }`;
 * a rating may be a number or its digit (forms send text), an empty one is left out.
 */
export function validateRateOptions(item: RateOptionsItem, raw: unknown): ResponseCheck<RateOptionsValue> {
  if (!isPlainRecord(raw) || !isPlainRecord(raw.ratings)) return invalid('wrong-shape');
  const given = new Map(Object.entries(raw.ratings));
  const ratings: Record<OptionId, number> = {};
  for (const { id } of item.options) {
    const rating = given.get(id);
    given.delete(id);
    if (rating === undefined || rating === null || rating === '') continue;
    const point = readPoint(rating);
    if (point === null) return invalid('rating-out-of-range');
    ratings[id] = point;
  }
  return given.size > 0
    ? invalid('unknown-option')
    : { kind: 'valid', value: { kind: 'rate-options', ratings } };
}

function readPoint(raw: unknown): number | null {
  if (typeof raw === 'string') return /^[1-7]$/.test(raw) ? Number(raw) : null;
  return typeof raw === 'number' && Number.isInteger(raw) && raw >= 1 && raw <= 7 ? raw : null;
}
