import { describe, expect, it } from '@jest/globals';
import { responseState } from '../../../../src/core/item/response-state.ts';
import { validateRankOptions } from '../../../../src/core/item/rank-options/validate-response.ts';
import { aRankOptionsItem } from '../../form/a-form.ts';

const item = aRankOptionsItem();
const rank = (raw: unknown) => validateRankOptions(item, raw);
function orderOf(raw: unknown): string {
  const check = rank(raw);
  return check.kind === 'valid' ? check.value.order.join('') : check.reason;
}
function stateOf(raw: unknown) {
  const check = rank(raw);
  return check.kind === 'valid' ? responseState(item, check.value) : check.reason;
}
const order = 'c,a,b,d';

describe('an order', () => {
  it('is the list as it was shown, or as the item has it', () => {
    expect([orderOf({ order }), orderOf({})]).toEqual(['cabd', 'abcd']);
  });

  it.each([
    ['up-b', 'cbad'],
    ['down-c', 'acbd'],
    ['up-c', 'cabd'],
    ['down-d', 'cabd'],
    ['up-e', 'unknown-option'],
  ])('changes by the button %s to %s', (move, moved) => {
    expect(orderOf({ order, move })).toBe(moved);
  });

  it.each([
    [{ a: '4', b: '3', c: '2', d: '1' }, 'dcba'],
    [{ d: '1' }, 'dcab'],
    [{ c: '3', a: '', b: '3' }, 'abcd'],
    [{ c: '4', b: '4' }, 'adcb'],
  ])('changes by the numbers %j to %s', (places, moved) => {
    expect(orderOf({ order, places })).toBe(moved);
  });

  it.each([
    { a: '1', b: '1' },
    { a: '2', b: '2', c: '3', d: '4' },
  ])('has every option once, also while places are still alike: %j', (places) => {
    expect(Array.from(orderOf({ order, places })).sort().join('')).toBe('abcd');
  });

  it('is not confirmed with two steps on one place', () => {
    const places = { a: '1', b: '1' };
    expect(orderOf({ order, places, confirmed: 'yes' })).toBe('same-place');
  });

  it.each([
    [{ order: 'a,b,c' }, 'unknown-option'],
    [{ order: 'a,a,b,c' }, 'unknown-option'],
    [{ order: ['a'] }, 'unknown-option'],
    [{ places: { e: '1' } }, 'unknown-option'],
    [{ places: { a: '0' } }, 'place-out-of-range'],
    [{ places: { a: '5' } }, 'place-out-of-range'],
    [{ places: { a: '1.5' } }, 'place-out-of-range'],
    [{ places: 'a' }, 'wrong-shape'],
    [[], 'wrong-shape'],
  ])('refuses %j as %s', (raw, reason) => {
    expect(rank(raw)).toEqual({ kind: 'invalid', reason });
  });

  it('is an answer only once it is confirmed; left as it was shown it is none at all', () => {
    expect(stateOf({})).toBe('empty');
    expect(stateOf({ order })).toBe('partial');
    expect(stateOf({ confirmed: 'yes' })).toBe('answered');
  });
});
