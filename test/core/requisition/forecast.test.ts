import { describe, expect, it } from '@jest/globals';
import { forecast } from '../../../src/core/requisition/forecast.ts';

describe('a forecast at the present pace', () => {
  it.each([
    { left: 0, done: 3, days: 14, expected: { kind: 'nothing-left' } },
    { left: 5, done: 9, days: 14, expected: { kind: 'too-few', done: 9 } },
    // 100 ± 16.45 in 14 days: 200 take 24.04 to 33.51 days.
    { left: 200, done: 100, days: 14, expected: { kind: 'days', fewest: 25, most: 34 } },
    { left: 1, done: 1000, days: 14, expected: { kind: 'days', fewest: 1, most: 1 } },
  ])('of $left left after $done in $days days: $expected.kind', ({ expected, ...work }) => {
    expect(forecast(work)).toEqual(expected);
  });
});
