import { describe, expect, it } from '@jest/globals';
import { FREE_SLOT } from '../../../src/core/rating/free-slot.ts';
import { voidSlot } from '../../../src/core/rating/void-slot.ts';
import { aRatingTask, EMPATHY, handedIn, held, judged } from './a-rating-task.ts';

const voided = (slots: Parameters<typeof aRatingTask>[0] & object, slotIndex = 0) =>
  voidSlot({
    task: aRatingTask({ state: 'resolved', ...slots }),
    slotIndex,
    reason: 'drift',
    thirdAvailable: true,
  });

describe('voiding a rating', () => {
  it('keeps it where it is, opens a free seat for it and takes the resolution away', () => {
    const slots = [handedIn(judged(5, 5), 'a'), handedIn(judged(3, 3), 'b')];
    const after = voided({ slots, resolution: { kind: 'rated', criteria: {} } });
    expect(after.slots).toEqual([{ ...slots[0], voided: { reason: 'drift' } }, slots[1], FREE_SLOT]);
    expect(after).toMatchObject({ state: 'rating', resolution: null });
  });

  it('settles the two that are left where a third had rated, without the voided levels', () => {
    const after = voided({
      slots: [handedIn(judged(5, 5), 'a'), handedIn(judged(2, 2), 'b'), handedIn(judged(3, 2), 'c')],
    });
    expect(after.state).toBe('resolved');
    expect(after.resolution).toMatchObject({ criteria: { [EMPATHY]: { kind: 'mean', level: 2.5 } } });
  });

  it('calls another third where the two that are left are apart, and waits for one who is at work', () => {
    const apart = [handedIn(judged(5, 5), 'a'), handedIn(judged(1, 2), 'b'), handedIn(judged(4, 2), 'c')];
    expect(voided({ slots: apart })).toMatchObject({
      state: 'third',
      slots: [{}, {}, {}, { state: 'free' }],
    });
    const waiting = [handedIn(judged(5, 5), 'a'), handedIn(judged(1, 2), 'b'), held(null, 'c')];
    const after = voided({ slots: waiting });
    expect(after.state).toBe('rating');
    expect(after.slots).toHaveLength(3);
  });

  it('refuses a seat without a rating that counts', () => {
    expect(() => voided({ slots: [held(judged(1, 1), 'a')] })).toThrow('no rating to void');
  });
});
