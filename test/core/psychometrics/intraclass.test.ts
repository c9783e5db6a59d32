import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cronbachAlpha } from '../../../src/core/psychometrics/cronbach-alpha.ts';
import { groupPlaces } from '../../../src/core/psychometrics/group-places.ts';
import { intraclass } from '../../../src/core/psychometrics/intraclass.ts';
import { meanSquares, meanSquaresOfTally } from '../../../src/core/psychometrics/mean-squares.ts';
import { oneWayIntraclass } from '../../../src/core/psychometrics/one-way-intraclass.ts';
import { designReliability, raterDesign } from '../../../src/core/psychometrics/rater-design.ts';
import { tallyItems } from '../../../src/core/psychometrics/tally-items.ts';

type Rows = readonly (readonly number[])[];
const coefficients = (rows: Rows) => {
  const squares = meanSquares(rows);
  if (squares.reason !== null) throw new Error(squares.reason);
  return intraclass(squares);
};
const tables = fc
  .integer({ min: 2, max: 4 })
  .chain((k) =>
    fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: k, maxLength: k }), {
      minLength: 2,
      maxLength: 9,
    }),
  )
  .filter((rows) => meanSquares(rows).reason === null);
const runs = { numRuns: 20 };

// Shrout & Fleiss 1979, table 2: six targets, four judges.
const SHROUT_FLEISS = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

describe('intraclass correlations', () => {
  it('are those printed by Shrout and Fleiss', () => {
    const all = coefficients(SHROUT_FLEISS);
    const printed = { icc1: 0.17, icc2: 0.29, icc3: 0.71, icc1k: 0.44, icc2k: 0.62, icc3k: 0.91 };
    const rounded = Object.entries(all).map(([kind, { value }]) => [kind, Number((value ?? NaN).toFixed(2))]);
    expect(Object.fromEntries(rounded)).toEqual(printed);
    expect(all.icc2k.lower).toBeCloseTo(0.0711, 4);
    expect(all.icc2k.upper).toBeCloseTo(0.9272, 4);
    expect(all.icc1).toMatchObject({ df1: 5, df2: 18 });
    expect(all.icc1.F).toBeCloseTo(1.79, 2);
  });
  it('show severity in agreement and hide it in consistency', () => {
    const { icc1, icc2, icc3 } = coefficients([
      [3, 2],
      [4, 3],
      [5, 4],
      [2, 1],
    ]);
    expect(icc3).toMatchObject({ value: 1, F: null, p: null, lower: null, upper: null });
    expect(icc2.value).toBeLessThan(1);
    expect(icc1.value).toBeLessThan(icc2.value ?? NaN);
  });
  it('of consistency equal alpha and do not move when one rater adds a constant', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: -3, max: 3 }), (rows, severity) => {
        const all = coefficients(rows);
        const alpha = cronbachAlpha(rows).value;
        if (alpha !== null) expect(all.icc3k.value).toBeCloseTo(alpha, 9);
        const moved = meanSquares(rows.map(([first = 0, ...rest]) => [first + severity, ...rest]));
        if (moved.reason !== null || all.icc3.value === null) return;
        expect(intraclass(moved).icc3.value).toBeCloseTo(all.icc3.value, 9);
      }),
      runs,
    );
  });
  it('are the same in any order of targets and of raters, and from chunks of a large table', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const turned = rows.toReversed().map((row) => row.toReversed());
        const tally = tallyItems(rows[0]?.length ?? 0);
        tally.add(Int8Array.from(rows.slice(0, 1).flat()));
        tally.add(Int8Array.from(rows.slice(1).flat()));
        const all = coefficients(rows);
        const chunked = meanSquaresOfTally(tally);
        expect(chunked).toEqual(meanSquares(rows));
        for (const [kind, { value }] of Object.entries(coefficients(turned))) {
          const own = all[kind as keyof typeof all].value;
          if (own === null) expect(value).toBeNull();
          else expect(value).toBeCloseTo(own, 8);
        }
      }),
      runs,
    );
  });
  it('do not exist where rounding alone is left to divide by', () => {
    const rows = [
      [2, 3, 1],
      [1, 1, 4],
      [5, 2, 2],
    ];
    expect(coefficients(rows).icc2k.value).toBeNull();
    expect(coefficients(rows.toReversed().map((row) => row.toReversed())).icc2k.value).toBeNull();
  });
  it('are never NaN or infinite', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const numbers = Object.values(coefficients(rows)).flatMap((one) => Object.values(one) as unknown[]);
        expect(numbers.every((value) => value === null || Number.isFinite(value))).toBe(true);
      }),
      runs,
    );
  });
  it.each([
    [[[1], [2]], 'fewer-than-two-raters'],
    [[], 'fewer-than-two-raters'],
    [[[1, 2, 3]], 'fewer-than-two-targets'],
    [
      [
        [1, null],
        [2, 3],
      ],
      'fewer-than-two-targets',
    ],
    [
      [
        [3, 3],
        [3, 3],
      ],
      'no-variance',
    ],
    [[[1, 2], [3]], 'invalid-response'],
    [
      [
        [1, Infinity],
        [2, 3],
      ],
      'invalid-response',
    ],
  ])('do not exist for %j: %s', (rows, reason) => {
    expect(meanSquares(rows)).toEqual({ value: null, reason });
  });
  it('refuse what is no table, naming the argument', () => {
    expect(() => meanSquares('rows' as unknown as Rows)).toThrow('data must be rows of numbers');
  });
});

describe('ICC(1) of a pool of raters', () => {
  it('equals the balanced one where every target has as many ratings', () => {
    const found = oneWayIntraclass(
      SHROUT_FLEISS.flat(),
      SHROUT_FLEISS.flatMap((row, target) => row.map(() => target)),
    );
    const { icc1, icc1k } = coefficients(SHROUT_FLEISS);
    if (found.reason !== null) throw new Error(found.reason);
    expect(found.single).toBeCloseTo(icc1.value ?? NaN, 12);
    expect(found.average).toBeCloseTo(icc1k.value ?? NaN, 12);
    expect(found.harmonicRaters).toBeCloseTo(4, 12);
  });
  it.each([
    [[1, 2], ['a', 'a'], 'fewer-than-two-targets'],
    [[1, 2], ['a', 'b'], 'no-pairable-values'],
    [[2, 2, 2], ['a', 'a', 'b'], 'no-variance'],
    [[1, 2], ['a'], 'invalid-response'],
    [[1, NaN], ['a', 'b'], 'invalid-response'],
  ])('does not exist for %j of %j: %s', (ratings, targets, reason) => {
    expect(oneWayIntraclass(ratings, targets)).toEqual({ value: null, reason });
  });
  it('groups places by what stands there', () => {
    expect([...groupPlaces(['b', 'a', 'b'])]).toEqual([
      ['b', [0, 2]],
      ['a', [1]],
    ]);
  });
});

describe('reliability of a design', () => {
  it('has q = 0 where all targets share their raters and q = 1/k where none does', () => {
    const nested = raterDesign([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
    expect(nested).toEqual({ reason: null, harmonicRaters: 2, q: 0.5 });
    const crossed = raterDesign([
      ['a', 'b'],
      ['b', 'a'],
    ]);
    expect(crossed).toEqual({ reason: null, harmonicRaters: 2, q: 0 });
  });
  it('counts every pair of targets that share a rater', () => {
    const found = raterDesign([[1, 2], [2, 3], [3]]);
    if (found.reason !== null) throw new Error(found.reason);
    // Pairs 1-2 and 2-3 share one: twice (1/4 + 1/2) over 6 ordered pairs.
    expect(found.q).toBeCloseTo((1 / 2 + 1 / 2 + 1) / 3 - 1.5 / 6, 12);
  });
  it('is ICC(2,k) with q of 1/k, ICC(3,k) with 0, from the variances of a crossed table', () => {
    const variances = { target: 2.5556, rater: 5.2444, residual: 1.0194 };
    const { icc2k, icc3k } = coefficients(SHROUT_FLEISS);
    expect(designReliability(variances, { q: 1 / 4, harmonicRaters: 4 }).value).toBeCloseTo(
      icc2k.value ?? 0,
      4,
    );
    expect(designReliability(variances, { q: 0, harmonicRaters: 4 }).value).toBeCloseTo(icc3k.value ?? 0, 4);
  });
  it('does not exist for one target, a target without raters, or nothing that varies', () => {
    expect(raterDesign([[1]])).toEqual({ value: null, reason: 'fewer-than-two-targets' });
    expect(raterDesign([[1], []])).toEqual({ value: null, reason: 'invalid-response' });
    expect(raterDesign([[1, 1], [2]])).toEqual({ value: null, reason: 'invalid-response' });
    const none = { target: 0, rater: 0, residual: 0 };
    expect(designReliability(none, { q: 0, harmonicRaters: 2 }).reason).toBe('no-variance');
    expect(designReliability(none, { q: 0, harmonicRaters: 0 }).reason).toBe('invalid-response');
  });
});
