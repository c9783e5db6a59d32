import { describe, expect, it } from '@jest/globals';
import type { RatingTaskId } from '../../../src/core/kernel/ids.ts';
import { LEAST_TIMED, ratingPace } from '../../../src/core/rating/rating-pace.ts';
import type { RatingSave } from '../../../src/core/rating/rating-save.ts';

const save = (task: number, second: number, words = 100): RatingSave => ({
  taskId: `t${task}` as RatingTaskId,
  at: new Date(Date.UTC(2026, 2, 10, 9, 0, second)),
  words,
});
/** The first saving has nothing before it, so that one more is needed. */
const every = (seconds: number, words = 100, count = LEAST_TIMED + 1) =>
  Array.from({ length: count }, (_, index) => save(index, index * seconds, words));

describe('how long rating takes', () => {
  it('is said in seconds for a hundred words, from the first saving to the next', () => {
    expect(ratingPace([every(60, 120)])).toEqual({ n: 30, secondsPer100Words: 50, hasty: false });
  });

  it('is hasty below fifteen seconds, whatever the order of the savings', () => {
    expect(ratingPace([every(14)]).hasty).toBe(true);
    expect(ratingPace([every(14).reverse()]).hasty).toBe(true);
    expect(ratingPace([every(15)]).hasty).toBe(false);
  });

  it('says nothing of fewer than thirty', () => {
    const few = ratingPace([every(5, 100, LEAST_TIMED)]);
    expect(few).toEqual({ n: 29, secondsPer100Words: null, hasty: false });
  });

  it('counts no response twice, no rest, and nothing across batches', () => {
    const again = save(3, 31 * 60 + 1);
    expect(ratingPace([[...every(60), again]])).toMatchObject({ n: 30, secondsPer100Words: 60 });
    expect(ratingPace([[...every(60), save(99, 31 * 60 + 601)]])).toMatchObject({ n: 30 });
    expect(ratingPace([every(60), [save(99, 31 * 60)]])).toMatchObject({ n: 30 });
  });
});
