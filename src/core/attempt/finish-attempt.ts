import type { Form } from '../form/form.ts';
import { findItem } from '../form/find-item.ts';
import { responseState } from '../item/response-state.ts';
import { canonicalForm } from '../kernel/canonical-form.ts';
import type { ItemId } from '../kernel/ids.ts';
import type { Attempt, Receipt } from './attempt.ts';

/**
 * The receipt of what is stored when the last part closes. Input: the attempt as it is closed, its form, a code and a
 * hash function from outside. `count` is how many questions hold an answer or a part of one.
 */
export function writeReceipt(input: {
  readonly attempt: Pick<Attempt, 'responses'>;
  readonly form: Form;
  readonly code: string;
  readonly at: Date;
  readonly sha256: (text: string) => string;
}): Receipt {
  const { attempt, form, code, at, sha256 } = input;
  const values: Record<string, Attempt['responses'][ItemId]['value']> = {};
  const items: Record<ItemId, number> = {};
  let count = 0;
  for (const [itemId, stored] of Object.entries(attempt.responses) as [
    ItemId,
    Attempt['responses'][ItemId],
  ][]) {
    const item = findItem(form, itemId);
    values[itemId] = stored.value;
    items[itemId] = stored.seq;
    if (item !== null && responseState(item, stored.value) !== 'empty') count += 1;
  }
  return { code, at, count, hash: sha256(canonicalForm(values)), items };
}
