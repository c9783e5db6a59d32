import type { Form } from '../form/form.ts';
import type { Key } from '../form/key.ts';
import type { ItemId } from '../kernel/ids.ts';
import { judgmentItems } from './rateable-situations.ts';

export interface KeyDifference {
  readonly itemId: ItemId;
  /** Options whose value moves by a point or more. */
  readonly moved: number;
  /** Options that count under the one key and not under the other. */
  readonly gone: number;
  readonly added: number;
  /** The option of the highest value is another one. */
  readonly otherBest: boolean;
}

const FAR = 1;

/** Where a key differs from the one before in a way that somebody should look at, situation by situation. */
export function compareKeys(form: Form, before: Key, after: Key): readonly KeyDifference[] {
  return judgmentItems(form)
    .map(({ id, options }): KeyDifference => {
      const values = options.map((option) => ({
        was: before.items[id]?.options[option.id]?.value ?? null,
        is: after.items[id]?.options[option.id]?.value ?? null,
      }));
      return {
        itemId: id,
        moved: values.filter(({ was, is }) => was !== null && is !== null && Math.abs(was - is) >= FAR)
          .length,
        gone: values.filter(({ was, is }) => was !== null && is === null).length,
        added: values.filter(({ was, is }) => was === null && is !== null).length,
        otherBest: bestPlace(values.map(({ was }) => was)) !== bestPlace(values.map(({ is }) => is)),
      };
    })
    .filter(({ moved, gone, added, otherBest }) => moved + gone + added > 0 || otherBest);
}

function bestPlace(values: readonly (number | null)[]): number {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? -1 : values.indexOf(Math.max(...known));
}
