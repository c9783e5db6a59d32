import { describe, expect, it } from '@jest/globals';
import { conditionalSem } from '../../../src/core/psychometrics/conditional-sem.ts';
import { differenceReliability } from '../../../src/core/psychometrics/difference-reliability.ts';
import { percentileRank } from '../../../src/core/psychometrics/percentile-rank.ts';
import { sampleQuantile } from '../../../src/core/psychometrics/sample-quantile.ts';
import { scoreDifference } from '../../../src/core/psychometrics/score-difference.ts';
import { stanine } from '../../../src/core/psychometrics/stanine.ts';
import { normalisedTScore, normConstants, tScore } from '../../../src/core/psychometrics/t-score.ts';
import {
  compositeReliability,
  effectiveWeights,
} from '../../../src/core/psychometrics/weighted-composite.ts';
import { weightedMean } from '../../../src/core/psychometrics/weighted-mean.ts';
import { wilsonInterval } from '../../../src/core/psychometrics/wilson-interval.ts';

const parts = {
  weights: [1, 0],
  sd: [10, 8],
  cor: [
    [1, 0.4],
    [0.4, 1],
  ],
};

describe('figures that do not exist', () => {
  it('are null instead of NaN or Infinity', () => {
    expect(percentileRank([], 5)).toBeNull();
    expect(sampleQuantile([], 0.5)).toBeNull();
    expect(conditionalSem(1, 1)).toBeNull();
    expect(wilsonInterval(0.5, 0)).toBeNull();
    expect(normConstants([5, 5, 5])).toBeNull();
    expect(tScore(5, 5, 0)).toBeNull();
    expect(normalisedTScore([5, 6], 9)).toBeNull();
    expect(normalisedTScore([5, 6], 4)).toBeNull();
    expect(normalisedTScore([4, 6], 5)).toBeCloseTo(50, 9);
    expect(normalisedTScore([4, 5, 5, 6], 5.5)).toBeGreaterThan(50);
    expect(differenceReliability({ sx: 5, sy: 5, rxx: 1, ryy: 1, rxy: 1 })).toBeNull();
    expect(effectiveWeights({ ...parts, sd: [0, 0] })).toBeNull();
    expect(scoreDifference(5, 3, [0, 0])).toMatchObject({ se: 0, z: null, p: null });
  });
  it('are refused where the input is impossible', () => {
    expect(() => stanine(101)).toThrow(RangeError);
    expect(() => stanine(-1)).toThrow(RangeError);
    expect([stanine(0), stanine(100)]).toEqual([1, 9]);
    for (const share of [-0.1, 1.1, NaN]) {
      expect(() => wilsonInterval(share, 10)).toThrow(RangeError);
      expect(() => sampleQuantile([1, 2], share)).toThrow(RangeError);
    }
    for (const right of [-1, 11]) expect(() => conditionalSem(right, 10)).toThrow(RangeError);
    expect(() => compositeReliability({ ...parts, sd: [10] }, [0.7, 0.6])).toThrow(RangeError);
  });
});

describe('a composite with one weight of 1', () => {
  it('is as reliable as that part and made of it alone', () => {
    expect(compositeReliability(parts, [0.7, 0.6])).toBeCloseTo(0.7, 12);
    expect(effectiveWeights(parts)).toEqual([1, 0]);
  });
});

describe('a weighted mean', () => {
  it('is missing, or leaves out what is missing, as the policy says', () => {
    expect(weightedMean([50, 30, 20], [72, null, 55], 'strict')).toBeNull();
    expect(weightedMean([50, 30, 20], [72, null, 55], 'renormalise')).toBeCloseTo(67.142857, 6);
    expect(weightedMean([50, 50], [72, 60], 'strict')).toBe(66);
    expect(weightedMean([0, 1], [72, null], 'renormalise')).toBeNull();
    expect(weightedMean([1], [72, 60], 'renormalise')).toBeNull();
    expect(weightedMean([-1, 2], [72, 60], 'renormalise')).toBeNull();
  });
});
