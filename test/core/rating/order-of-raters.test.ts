import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FREE_SLOT } from '../../../src/core/rating/free-slot.ts';
import { handInSlot } from '../../../src/core/rating/hand-in-slot.ts';
import type { Judgement, RatingTask } from '../../../src/core/rating/rating-task.ts';
import { resolveTask } from '../../../src/core/rating/resolve-task.ts';
import { aRatingTask, held, judged, unratable } from './a-rating-task.ts';

const level = fc.integer({ min: 1, max: 5 });
const judgement = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(level, level).map(([e, c]) => judged(e, c)) },
  { weight: 1, arbitrary: fc.constant(unratable()) },
);

/** Two raters, who hand in one after the other, and a third where one is wanted. */
function rate(
  seats: readonly [Judgement, Judgement],
  order: readonly [number, number],
  third: Judgement,
): RatingTask {
  const at = new Date('2026-03-02T10:00:00Z');
  let task = aRatingTask({ state: 'rating', slots: [held(seats[0], 'anna'), held(seats[1], 'ben')] });
  for (const slotIndex of order) task = handInSlot({ task, slotIndex, at, thirdAvailable: true });
  if (task.state !== 'third') return task;
  const slots = task.slots.with(2, { ...FREE_SLOT, ...held(third, 'carla') });
  return handInSlot({ task: { ...task, slots }, slotIndex: 2, at, thirdAvailable: true });
}

it('whoever of two raters has which seat and hands in first, a response ends the same', () => {
  fc.assert(
    fc.property(judgement, judgement, judgement, (one, two, third) => {
      const first = rate([one, two], [0, 1], third);
      for (const other of [
        rate([one, two], [1, 0], third),
        rate([two, one], [0, 1], third),
        rate([two, one], [1, 0], third),
      ]) {
        expect(other.state).toBe(first.state);
        expect(other.resolution).toEqual(first.resolution);
      }
    }),
  );
});

it('what a task says follows from the judgements that were handed in and from nothing else', () => {
  fc.assert(
    fc.property(judgement, judgement, judgement, (one, two, third) => {
      const task = rate([one, two], [0, 1], third);
      const copies = task.slots.map((slot) => ({
        ...FREE_SLOT,
        state: 'handed-in' as const,
        judgement: slot.judgement,
      }));
      const again = resolveTask({ criteria: task.criteria, slots: copies, thirdAvailable: false });
      expect(again.kind).toBe(task.state);
      expect(again.kind === 'resolved' ? again.resolution : null).toEqual(task.resolution);
    }),
  );
});
