import type { PickOneItem } from '../item.ts';
import { isPlainRecord } from '../plain-record.ts';
import type { PickOneValue } from '../response-value.ts';
import { invalid, type ResponseCheck } from '../response-check.ts';

/** One option, or none yet. Input: the item and an untrusted `{ pick }`. */
export function validatePickOne(item: PickOneItem, raw: unknown): ResponseCheck<PickOneValue> {
  if (!isPlainRecord(raw)) return invalid('wrong-shape');
  const { pick } = raw;
  if (pick === undefined || pick === null || pick === '') {
    return { kind: 'valid', value: { kind: 'pick-one', pick: null } };
  }
  const option = item.options.find(({ id }) => id === pick);
  return option === undefined
    ? invalid('unknown-option')
    : { kind: 'valid', value: { kind: 'pick-one', pick: option.id } };
}
