import { describe, expect, it } from '@jest/globals';
import type { RatingTaskId } from '../../../src/core/kernel/ids.ts';
import type { Person } from '../../../src/core/person/person.ts';
import { FREE_SLOT } from '../../../src/core/rating/free-slot.ts';
import { isComplete } from '../../../src/core/rating/is-complete.ts';
import { openSeat } from '../../../src/core/rating/open-seat.ts';
import { raterPool } from '../../../src/core/rating/rater-pool.ts';
import { seatOf } from '../../../src/core/rating/seat-of.ts';
import { summariseProgress } from '../../../src/core/rating/summarise-progress.ts';
import {
  aRatingTask,
  CRITERIA,
  EMPATHY,
  handedIn,
  held,
  judged,
  person,
  unratable,
} from './a-rating-task.ts';

const now = new Date('2026-03-02T10:00:00Z');
const day = (number: number) => new Date(Date.UTC(2026, 2, number));
const voided = { reason: 'drift' };

describe('a draft is complete', () => {
  it('with every level, or with a reason why it cannot be rated', () => {
    expect(isComplete(judged(1, 2), CRITERIA)).toBe(true);
    expect(isComplete(unratable(), CRITERIA)).toBe(true);
    expect(isComplete({ ...judged(1, 2), levels: { [EMPATHY]: 3 } }, CRITERIA)).toBe(false);
    expect(isComplete(null, CRITERIA)).toBe(false);
  });
});

describe('a seat', () => {
  it('is found for its rater, unless it was voided', () => {
    const task = aRatingTask({ slots: [held(null, 'anna'), { ...handedIn(judged(1, 1), 'ben'), voided }] });
    expect(seatOf(task, person('anna'))).toEqual({ index: 0, slot: task.slots[0] });
    expect(seatOf(task, person('ben'))).toBeNull();
    expect(seatOf(task, person('carla'))).toBeNull();
  });

  it('may be taken where it is free or its lease ran out', () => {
    const lease = (leaseUntil: Date | null) => ({ ...held(null, 'anna'), leaseUntil });
    const seats = (...slots: ReturnType<typeof held>[]) =>
      openSeat(aRatingTask({ state: 'third', slots }), person('carla'), now);
    expect(seats(handedIn(judged(1, 1)), FREE_SLOT)).toBe(1);
    expect(seats(lease(new Date(now.getTime() - 1)))).toBe(0);
    expect(seats(lease(now))).toBeNull();
    expect(seats(lease(null))).toBeNull();
    expect(seats({ ...FREE_SLOT, voided })).toBeNull();
  });

  it('may not be taken by who rates already, knows the person, or when the task is settled', () => {
    const task = aRatingTask({ state: 'rating', slots: [FREE_SLOT], notRaterIds: [person('carla')] });
    expect(openSeat(task, person('carla'), now)).toBeNull();
    expect(openSeat(task, person('dora'), now)).toBe(0);
    expect(openSeat({ ...task, state: 'resolved' }, person('dora'), now)).toBeNull();
  });
});

describe('the pool of raters', () => {
  it('is the active raters who are not members', () => {
    const somebody = (id: string, parts: Partial<Person> = {}) =>
      ({ id: person(id), state: 'active', roles: ['rater'], ...parts }) as Person;
    const people = [
      somebody('anna'),
      somebody('ben', { state: 'deactivated' }),
      somebody('carla', { roles: ['recruiter'] }),
      somebody('dora'),
    ];
    expect(raterPool(people, [person('dora')]).map(({ id }) => id)).toEqual(['anna']);
  });
});

describe('the progress of rating', () => {
  it('says who holds what since when and until when: deadlines first, then whoever holds most', () => {
    const [t1, t2] = ['t1', 't2'] as RatingTaskId[] as [RatingTaskId, RatingTaskId];
    const tasks = [
      aRatingTask({ id: t1, slots: [held(judged(1, 2), 'anna'), held(null, 'ben')] }),
      aRatingTask({ id: t2, slots: [held(null, 'anna'), handedIn(judged(1, 1), 'ben')] }),
    ];
    const batches = [
      { raterId: person('anna'), taskIds: [t2], createdAt: day(2), dueAt: null },
      { raterId: person('anna'), taskIds: [t1], createdAt: day(1), dueAt: null },
      { raterId: person('ben'), taskIds: [t1], createdAt: day(3), dueAt: day(8) },
      // Nothing of it is held any more.
      { raterId: person('ben'), taskIds: [t2], createdAt: day(1), dueAt: day(2) },
    ];
    expect(summariseProgress(tasks, [], batches)).toEqual({
      raters: [
        { raterId: 'ben', open: 1, ready: 0, since: day(3), dueAt: day(8) },
        { raterId: 'anna', open: 2, ready: 1, since: day(1), dueAt: null },
      ],
      free: 0,
      blocked: 0,
    });
  });
  it('tells free seats that somebody may take from those that nobody may', () => {
    const free = { slots: [FREE_SLOT, { ...FREE_SLOT, voided }] };
    const pool = [person('anna'), person('ben')];
    expect(
      summariseProgress(
        [
          aRatingTask({ ...free, notRaterIds: [person('anna')] }),
          aRatingTask({ ...free, notRaterIds: pool }),
        ],
        pool,
        [],
      ),
    ).toEqual({ raters: [], free: 2, blocked: 1 });
  });
});
