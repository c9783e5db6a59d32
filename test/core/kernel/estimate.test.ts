import { describe, expect, it } from '@jest/globals';
import { known, NO_FIGURE_REASONS, unknown } from '../../../src/core/kernel/estimate.ts';

describe('an estimate', () => {
  it('is a figure without a reason, or a reason without a figure', () => {
    expect(known(0.72)).toEqual({ value: 0.72, reason: null });
    expect(unknown('no-variance')).toEqual({ value: null, reason: 'no-variance' });
  });
  it('takes its reasons from one list without repeats', () => {
    expect(new Set(NO_FIGURE_REASONS).size).toBe(NO_FIGURE_REASONS.length);
    expect(NO_FIGURE_REASONS).toContain('heywood');
  });
});
