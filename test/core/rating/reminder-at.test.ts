import { describe, expect, it } from '@jest/globals';
import { reminderAt } from '../../../src/core/rating/reminder-at.ts';

const dueAt = new Date('2026-03-10T23:59:59Z');

describe('a rater is reminded', () => {
  it.each([
    ['a day before the day is over', '2026-03-01T09:00:00Z', '2026-03-09T23:59:59Z'],
    [
      'also where the batch was given exactly two days before',
      '2026-03-08T23:59:59Z',
      '2026-03-09T23:59:59Z',
    ],
    ['not where it was given less than a day before that', '2026-03-09T00:00:00Z', null],
  ])('%s', (_case, createdAt, at) => {
    const found = reminderAt({ createdAt: new Date(createdAt), dueAt });
    expect(found).toEqual(at === null ? null : new Date(at));
  });

  it('never where nobody set a day', () => {
    expect(reminderAt({ createdAt: dueAt, dueAt: null })).toBeNull();
  });
});
