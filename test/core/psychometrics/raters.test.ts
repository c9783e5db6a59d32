import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fitFacets } from '../../../src/core/psychometrics/additive-design.ts';
import { countComponents } from '../../../src/core/psychometrics/count-components.ts';
import { indexLevels } from '../../../src/core/psychometrics/index-levels.ts';
import { pairedT } from '../../../src/core/psychometrics/paired-t.ts';
import { raterCalibration } from '../../../src/core/psychometrics/rater-calibration.ts';
import { raterDrift } from '../../../src/core/psychometrics/rater-drift.ts';
import { raterSeverity } from '../../../src/core/psychometrics/rater-severity.ts';

const chart = { lambda: 0.2, sigma: 0.6, width: 3 };

describe('severity of raters', () => {
  it('is found again where targets and severities are known and the design has holes', () => {
    const effect = { ann: 0.5, ben: -0.75, cem: 0.25 };
    const [targets, raters] = [
      ['t1', 't1', 't2', 't2', 't3', 't3', 't4'],
      ['ann', 'ben', 'ben', 'cem', 'ann', 'cem', 'ann'],
    ] as const;
    const level = { t1: 3, t2: 2, t3: 4.5, t4: 1 };
    const ratings = targets.map((target, row) => level[target] + effect[raters[row] ?? 'ann']);
    const found = raterSeverity({ targets, raters, ratings });
    if (found.reason !== null) throw new Error(found.reason);
    expect(found.raters).toEqual(['ann', 'ben', 'cem']);
    expect(found.effects).toEqual([0.5, -0.75, 0.25].map((own) => expect.closeTo(own, 10)));
    expect(found.targets).toEqual(['t1', 't2', 't3', 't4']);
    expect(found.adjusted).toEqual([3, 2, 4.5, 1].map((own) => expect.closeTo(own, 10)));
    expect(found.rawMeans[0]).toBeCloseTo(2.875, 12);
    expect(found.residualSquares).toBeCloseTo(0, 12);
  });
  it('sums to 0 and leaves residuals that no other severity makes smaller', () => {
    const rows = fc.array(
      fc.record({ target: fc.nat(4), rater: fc.nat(2), rating: fc.integer({ min: 1, max: 5 }) }),
      { minLength: 4, maxLength: 16 },
    );
    fc.assert(
      fc.property(rows, fc.double({ min: -1, max: 1, noNaN: true }), (given, nudge) => {
        const targets = given.map(({ target }) => target);
        const raters = given.map(({ rater }) => rater);
        const found = raterSeverity({ targets, raters, ratings: given.map(({ rating }) => rating) });
        if (found.reason !== null) return;
        expect(found.effects.reduce((total, own) => total + own, 0)).toBeCloseTo(0, 9);
        const squares = given.map(({ target, rater, rating }) => {
          const place = found.raters.indexOf(rater);
          const nudged = (found.effects[place] ?? NaN) + (place === 0 ? nudge : 0);
          return (rating - nudged - (found.adjusted[found.targets.indexOf(target)] ?? NaN)) ** 2;
        });
        expect(squares.reduce((total, own) => total + own, 0)).toBeGreaterThanOrEqual(
          found.residualSquares - 1e-9,
        );
      }),
    );
  });
  it('is refused where sets of raters share no target, for one rater, and for ratings that cannot be counted', () => {
    const [targets, raters] = [
      [1, 1, 2, 2],
      [1, 2, 3, 4],
    ];
    const apart = raterSeverity({ targets, raters, ratings: [1, 2, 3, 4] });
    expect(apart).toEqual({ value: null, reason: 'disconnected-design', components: 2 });
    expect(raterSeverity({ targets: [1, 2], raters: [1, 1], ratings: [1, 2] })).toMatchObject({
      reason: 'fewer-than-two-raters',
    });
    expect(raterSeverity({ targets: [1], raters: [1], ratings: [NaN] }).reason).toBe('invalid-response');
    expect(raterSeverity({ targets: [1], raters: [], ratings: [1] }).reason).toBe('invalid-response');
  });
  it('takes two facets at once and refuses them where they cannot be told apart', () => {
    const targets = [0, 0, 1, 1];
    const first = { places: [0, 1, 0, 1], size: 2 };
    const confounded = fitFacets(targets, [first, first], [1, 2, 3, 4]);
    expect(confounded).toBeNull();
    const crossed = { places: [0, 1, 1, 0], size: 2 };
    expect(fitFacets(targets, [first, crossed], [0, 2, 1, 1])).toEqual([
      [-0.5, 0.5].map((own) => expect.closeTo(own, 12)),
      [-0.5, 0.5].map((own) => expect.closeTo(own, 12)),
    ]);
  });
  it('counts the sets of a design, also where targets and raters have the same ids', () => {
    expect(countComponents([1, 1, 2], [1, 2, 2])).toBe(1);
    expect(countComponents([1, 2, '1'], [1, 2, '1'])).toBe(3);
    expect(countComponents([], [])).toBe(0);
  });
  it('orders ids as numbers before texts', () => {
    expect(indexLevels(['b', 10, 'a', 9]).ids).toEqual([9, 10, 'a', 'b']);
    expect(indexLevels([10, 9, 10]).places).toEqual([1, 0, 1]);
  });
});

describe('calibration', () => {
  it('is perfect for a rater who equals gold, without a t', () => {
    const same = raterCalibration([1, 3, 5], [1, 3, 5], [1, 5]);
    expect(same).toMatchObject({ exact: 1, bias: 0, meanError: 0, rootMeanSquare: 0, kappa: 1, t: null });
  });
  it('tells harsh from mild by the sign of the bias', () => {
    expect(raterCalibration([1, 2, 3], [2, 3, 5])?.bias).toBeCloseTo(-4 / 3, 12);
    expect(raterCalibration([2, 3, 5], [1, 2, 3])?.bias).toBeCloseTo(4 / 3, 12);
  });
  it('does not exist off the scale, without responses, or for lists of different lengths', () => {
    expect(raterCalibration([6], [5], [1, 5])).toBeNull();
    expect(raterCalibration([], [])).toBeNull();
    expect(raterCalibration([1], [1, 2])).toBeNull();
  });
  it('tests the bias against 0 on both sides', () => {
    expect(pairedT([1, 2, 3])).toEqual({
      t: expect.closeTo(Math.sqrt(12), 12),
      df: 2,
      p: expect.closeTo(0.0742, 4),
    });
    expect(pairedT([-1, -2, -3])?.p).toBeCloseTo(pairedT([1, 2, 3])?.p ?? NaN, 12);
    expect(pairedT([1])).toBeNull();
    expect(pairedT([2, 2])).toBeNull();
  });
});

describe('drift of a rater', () => {
  it('signals a lasting shift of one level and is silent for a rater in control', () => {
    expect(raterDrift([0, 1, 0, -1, 0, 1, -1, 0], chart)?.firstSignal).toBeNull();
    expect(raterDrift([0, 0, -1, -1, -1, -1, -1, -1], chart)?.firstSignal).toBe(6);
  });
  it('has limits that widen to L σ √(λ / (2 − λ))', () => {
    const { limit = [] } =
      raterDrift(
        Array.from({ length: 80 }, () => 0),
        chart,
      ) ?? {};
    expect(limit.at(-1)).toBeCloseTo(3 * 0.6 * Math.sqrt(0.2 / 1.8), 9);
    expect(limit[0]).toBeCloseTo(3 * 0.6 * 0.2, 12);
  });
  it('does not exist for a chart without sense or errors that are not finite', () => {
    expect(raterDrift([0], { ...chart, lambda: 0 })).toBeNull();
    expect(raterDrift([0], { ...chart, sigma: NaN })).toBeNull();
    expect(raterDrift([Infinity], chart)).toBeNull();
  });
});
