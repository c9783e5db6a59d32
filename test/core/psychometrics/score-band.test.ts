import { describe, expect, it } from '@jest/globals';
import { scoreBand } from '../../../src/core/psychometrics/score-band.ts';

describe('score band', () => {
  it('reaches 1.645 SEM to both sides', () => {
    expect(scoreBand(50, 10)).toEqual({ lower: 33.55, upper: 66.45 });
  });
  it('is not clipped at the ends of the scale', () => {
    expect(scoreBand(95, 10).upper).toBeGreaterThan(100);
  });
  it('takes another width where one is asked for', () => {
    expect(scoreBand(50, 10, 1)).toEqual({ lower: 40, upper: 60 });
  });
});
