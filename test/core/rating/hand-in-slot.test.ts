import { describe, expect, it } from '@jest/globals';
import { FREE_SLOT } from '../../../src/core/rating/free-slot.ts';
import { handInSlot } from '../../../src/core/rating/hand-in-slot.ts';
import { aRatingTask, handedIn, held, judged, unratable } from './a-rating-task.ts';

const at = new Date('2026-03-02T09:00:00Z');

describe('handing in a slot', () => {
  it('turns the draft into the judgement and ends the lease', () => {
    const draft = judged(3, 4);
    const lease = { ...held(draft), leaseUntil: new Date('2026-03-02T10:00:00Z') };
    const task = aRatingTask({ state: 'rating', slots: [lease, held(null, 'other')] });
    const after = handInSlot({ task, slotIndex: 0, at, thirdAvailable: true });
    expect(after.slots[0]).toEqual({
      ...lease,
      state: 'handed-in',
      judgement: draft,
      draft: null,
      leaseUntil: null,
      handedInAt: at,
    });
    expect(after.slots[1]).toEqual(task.slots[1]);
    expect(after.state).toBe('rating');
    expect(task.slots[0]).toBe(lease);
  });
  it('resolves the task with the second judgement', () => {
    const task = aRatingTask({ state: 'rating', slots: [handedIn(judged(3, 4)), held(judged(3, 3))] });
    const after = handInSlot({ task, slotIndex: 1, at, thirdAvailable: true });
    expect(after).toMatchObject({ state: 'resolved', resolution: { kind: 'rated' } });
  });
  it('opens one free slot for a third rater in the same step', () => {
    const task = aRatingTask({ state: 'rating', slots: [handedIn(judged(1, 4)), held(judged(3, 3))] });
    const after = handInSlot({ task, slotIndex: 1, at, thirdAvailable: true });
    expect(after).toMatchObject({ state: 'third', resolution: null });
    expect(after.slots.slice(2)).toEqual([FREE_SLOT]);
  });
  it('does not open a second third slot', () => {
    const slots = [handedIn(judged(1, 4)), held(judged(3, 3)), FREE_SLOT];
    const after = handInSlot({
      task: aRatingTask({ state: 'rating', slots }),
      slotIndex: 1,
      at,
      thirdAvailable: true,
    });
    expect(after.slots).toHaveLength(3);
  });
  it('goes to the lead where nobody is left', () => {
    const task = aRatingTask({ state: 'rating', slots: [handedIn(unratable()), held(judged(3, 3))] });
    expect(handInSlot({ task, slotIndex: 1, at, thirdAvailable: false })).toMatchObject({
      state: 'lead',
      resolution: null,
    });
  });
  it('refuses a slot that is not held, has no draft or does not exist', () => {
    const task = aRatingTask({ state: 'rating', slots: [handedIn(judged(1, 4)), held(null)] });
    for (const slotIndex of [0, 1, 2]) {
      expect(() => handInSlot({ task, slotIndex, at, thirdAvailable: true })).toThrow('nothing to hand in');
    }
  });
});
