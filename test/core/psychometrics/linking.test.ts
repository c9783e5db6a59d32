import { describe, expect, it } from '@jest/globals';
import { chainedLinking, tuckerMoments } from '../../../src/core/psychometrics/anchor-linking.ts';
import { linearEquating } from '../../../src/core/psychometrics/linear-equating.ts';
import { pairedShift } from '../../../src/core/psychometrics/paired-shift.ts';

const form = { meanTotal: 16, meanAnchor: 5, varTotal: 40, varAnchor: 6, covariance: 13 };

describe('linear equating', () => {
  it('takes the mean to the mean, and a standard deviation to a standard deviation', () => {
    const line = linearEquating({ mean: 10, sd: 2 }, { mean: 50, sd: 10 });
    expect(line).toEqual({ slope: 5, intercept: 0 });
    expect(linearEquating({ mean: 10, sd: 0 }, { mean: 50, sd: 10 })).toBeNull();
  });
});

describe('linking through an anchor', () => {
  it('leaves a form as it is where both groups are alike', () => {
    const moments = tuckerMoments(form, form, 0.5);
    expect(moments?.x).toEqual(moments?.y);
    expect(chainedLinking(form, form)).toEqual({
      slope: expect.closeTo(1, 12),
      intercept: expect.closeTo(0, 12),
    });
  });
  it('takes the better group on the anchor into account', () => {
    const better = { ...form, meanTotal: 19, meanAnchor: 6 };
    // Group 1 sat form X; in its population form Y would have had 19 − (13 / 6)(6 − 5).
    expect(tuckerMoments(form, better, 1)?.y.mean).toBeCloseTo(19 - 13 / 6, 12);
    expect(tuckerMoments(form, better, 1)?.x.mean).toBe(16);
  });
  it('does not exist where an anchor does not vary', () => {
    const flat = { ...form, varAnchor: 0, covariance: 0 };
    expect(tuckerMoments(flat, form, 0.5)).toBeNull();
    expect(chainedLinking(form, flat)).toBeNull();
  });
});

describe('the shift between two versions of a rubric', () => {
  it('turns its sign with the order of the versions', () => {
    const [v1, v2] = [
      [1, 2, 3, 4],
      [2, 2, 4, 4],
    ];
    const [there, back] = [pairedShift(v1, v2), pairedShift(v2, v1)];
    if (there.reason !== null || back.reason !== null) throw new Error('both exist');
    expect(there).toMatchObject({ shift: 0.5, exact: 0.5 });
    expect(back.shift).toBe(-there.shift);
    expect(back.p).toBeCloseTo(there.p ?? NaN, 12);
    expect([back.lower, back.upper]).toEqual([
      expect.closeTo(-there.upper, 12),
      expect.closeTo(-there.lower, 12),
    ]);
  });
  it('has no t where every response moves alike, and leaves out what is missing', () => {
    expect(pairedShift([1, 2, 3, null], [2, 3, 4, 5])).toMatchObject({ shift: 1, sd: 0, t: null, p: null });
    expect(pairedShift([1], [2])).toEqual({ value: null, reason: 'insufficient-n' });
    expect(pairedShift([1, 2], [2])).toEqual({ value: null, reason: 'invalid-response' });
    expect(pairedShift([1, NaN], [2, 2])).toEqual({ value: null, reason: 'invalid-response' });
  });
});
