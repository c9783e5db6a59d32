import { expect, it } from '@jest/globals';
import { isSlot, placeOfSlot, SLOTS } from '../../../src/core/scoring/score-column.ts';

it('a criterion has a slot by its place, and the two measured columns have none', () => {
  expect(SLOTS.map(placeOfSlot)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(SLOTS.every(isSlot)).toBe(true);
  expect([isSlot('written'), isSlot('judgment')]).toEqual([false, false]);
});
