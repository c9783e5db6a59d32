import { describe, expect, it } from '@jest/globals';
import { isMove, moveOption, type Move } from '../../../../src/core/item/rank-options/move-option.ts';
import type { OptionId } from '../../../../src/core/kernel/ids.ts';

const order = ['a', 'b', 'c'] as OptionId[];

describe('a move of one option', () => {
  it.each<[Move, string[] | null]>([
    ['up-b', ['b', 'a', 'c']],
    ['down-b', ['a', 'c', 'b']],
    ['up-a', ['a', 'b', 'c']],
    ['down-c', ['a', 'b', 'c']],
    ['up-x', null],
  ])('%s leads to %j', (move, expected) => {
    expect(moveOption(order, move)).toEqual(expected);
  });

  it('leaves the order that it was given alone', () => {
    moveOption(order, 'down-a');
    expect(order).toEqual(['a', 'b', 'c']);
  });

  it.each<[unknown, boolean]>([
    ['up-a', true],
    ['down-up-a', true],
    ['up-', false],
    ['left-a', false],
    [undefined, false],
    [{ up: 'a' }, false],
  ])('is told apart from anything else: %j', (raw, expected) => {
    expect(isMove(raw)).toBe(expected);
  });
});
