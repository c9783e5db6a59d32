import { describe, expect, it } from '@jest/globals';
import { addWorkingDays } from '../../../src/core/adjustment/add-working-days.ts';

describe('two working days later', () => {
  it.each([
    ['Monday', '2026-03-02T09:30:00Z', '2026-03-04T09:30:00Z'],
    ['Wednesday', '2026-03-04T09:30:00Z', '2026-03-06T09:30:00Z'],
    ['Thursday', '2026-03-05T23:59:00Z', '2026-03-09T23:59:00Z'],
    ['Friday', '2026-03-06T09:30:00Z', '2026-03-10T09:30:00Z'],
    ['Saturday', '2026-03-07T09:30:00Z', '2026-03-10T09:30:00Z'],
    ['Sunday', '2026-03-08T09:30:00Z', '2026-03-10T09:30:00Z'],
  ])('from a %s', (_day, from, due) => {
    expect(addWorkingDays(new Date(from), 2)).toEqual(new Date(due));
  });
});
