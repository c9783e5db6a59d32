import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { orderByPlaces } from '../../../../src/core/item/rank-options/order-by-places.ts';
import type { OptionId } from '../../../../src/core/kernel/ids.ts';

const shown = ['a', 'b', 'c', 'd'] as OptionId[];
const places =
  (given: Readonly<Record<string, number>>) =>
  (id: OptionId): number | null =>
    given[id] ?? null;

describe('an order by typed places', () => {
  it.each<[Record<string, number>, string[]]>([
    [{}, ['a', 'b', 'c', 'd']],
    [{ a: 3 }, ['b', 'c', 'a', 'd']],
    [{ d: 1 }, ['d', 'a', 'b', 'c']],
    [{ a: 2, b: 1 }, ['b', 'a', 'c', 'd']],
    [{ c: 1, d: 1 }, ['c', 'd', 'a', 'b']],
    [{ a: 9 }, ['b', 'c', 'd', 'a']],
    [{ a: 1, b: 2, c: 3, d: 4 }, ['a', 'b', 'c', 'd']],
  ])('with %j is %j', (given, expected) => {
    expect(orderByPlaces(shown, places(given))).toEqual(expected);
  });

  it('has every option once, whatever is typed, and follows a whole set of different places', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...shown), fc.integer({ min: 1, max: 6 })), (given) => {
        expect([...orderByPlaces(shown, places(given))].sort()).toEqual(shown);
      }),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray([1, 2, 3, 4], { minLength: 4 }), (permuted) => {
        const given = Object.fromEntries(shown.map((id, index) => [id, permuted[index] ?? 0]));
        const wanted = shown.toSorted((left, right) => (given[left] ?? 0) - (given[right] ?? 0));
        expect(orderByPlaces(shown, places(given))).toEqual(wanted);
      }),
    );
  });
});
