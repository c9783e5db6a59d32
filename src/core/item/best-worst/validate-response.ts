import type { OptionId } from '../../kernel/ids.ts';
import type { BestWorstItem } from '../item.ts';
import { isPlainRecord } from '../plain-record.ts';
import type { BestWorstValue } from '../response-value.ts';
import { invalid, type ResponseCheck } from '../response-check.ts';

/** One best and one worst option, either may still be missing. Input: the item and an untrusted `{ best, worst }`. */
export function validateBestWorst(item: BestWorstItem, raw: unknown): ResponseCheck<BestWorstValue> {
  if (!isPlainRecord(raw)) return invalid('wrong-shape');
  const best = readOption(item, raw.best);
  const worst = readOption(item, raw.worst);
  if (best === 'unknown' || worst === 'unknown') return invalid('unknown-option');
  if (best !== null && best.id === worst?.id) return invalid('same-option');
  return { kind: 'valid', value: { kind: 'best-worst', best: best?.id ?? null, worst: worst?.id ?? null } };
}

function readOption(item: BestWorstItem, raw: unknown): { readonly id: OptionId } | null | 'unknown' {
  if (raw === undefined || raw === null || raw === '') return null;
  return item.options.find(({ id }) => id === raw) ?? 'unknown';
}
