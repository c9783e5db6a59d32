import { describe, expect, it } from '@jest/globals';
import { known, unknown } from '../../../src/core/kernel/estimate.ts';

describe('estimate', () => {
  it('is a figure without a reason, or a reason without a figure', () => {
    expect(known(0)).toEqual({ value: 0, reason: null });
    expect(unknown('no_variance')).toEqual({ value: null, reason: 'no_variance' });
  });
});
