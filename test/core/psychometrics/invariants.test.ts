import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { placeInGroup } from '../../../src/core/norms/place-in-group.ts';
import { cronbachAlpha } from '../../../src/core/psychometrics/cronbach-alpha.ts';
import { impactByGroup } from '../../../src/core/psychometrics/impact-by-group.ts';
import { intraclass } from '../../../src/core/psychometrics/intraclass.ts';
import { kr20 } from '../../../src/core/psychometrics/kr20.ts';
import { mantelHaenszel, type TwoByTwo } from '../../../src/core/psychometrics/mantel-haenszel.ts';
import { meanDifference } from '../../../src/core/psychometrics/mean-difference.ts';
import { meanSquares } from '../../../src/core/psychometrics/mean-squares.ts';
import { percentileRank } from '../../../src/core/psychometrics/percentile-rank.ts';
import { quadraticKappa } from '../../../src/core/psychometrics/quadratic-kappa.ts';
import { weightedMean } from '../../../src/core/psychometrics/weighted-mean.ts';
import { shapeAgreement } from '../../../src/core/scoring/shape-agreement.ts';
import { shapeDistances } from '../../../src/core/scoring/shape-distances.ts';

const level = fc.integer({ min: 1, max: 5 });
const bit = fc.integer({ min: 0, max: 1 });
const table = (cell: fc.Arbitrary<number>, k = 3) =>
  fc.array(fc.array(cell, { minLength: k, maxLength: k }), { minLength: 3, maxLength: 15 });
const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });

/** Both null, or near each other. */
function alike(one: number | null | undefined, other: number | null | undefined): void {
  if (typeof other === 'number') expect(one).toBeCloseTo(other, 8);
  else expect(one ?? null).toBeNull();
}
const icc = (rows: readonly (readonly number[])[]) => {
  const squares = meanSquares(rows);
  return squares.reason === null ? intraclass(squares) : null;
};
const runs = { numRuns: 60 };

describe('what must hold for any data', () => {
  it('alpha and the intraclass correlations are the same in any order of persons and of raters', () => {
    const orders = table(level).chain((rows) =>
      fc.tuple(fc.constant(rows), shuffled(rows), shuffled([0, 1, 2])),
    );
    fc.assert(
      fc.property(orders, ([rows, persons, raters]) => {
        const mixed = persons.map((row) => raters.map((rater) => row[rater] ?? NaN));
        alike(cronbachAlpha(mixed).value, cronbachAlpha(rows).value);
        for (const kind of ['icc1', 'icc2', 'icc3k'] as const)
          alike(icc(mixed)?.[kind].value, icc(rows)?.[kind].value);
      }),
      runs,
    );
  });

  it('a constant added to all ratings leaves consistency, agreement of shape and d as they are', () => {
    const constant = fc.integer({ min: -50, max: 50 });
    fc.assert(
      fc.property(table(level), constant, (rows, more) => {
        const moved = rows.map((row) => row.map((rating) => rating + more));
        alike(icc(moved)?.icc3.value, icc(rows)?.icc3.value);
        const [ratings, key] = [rows.flat(), rows.flat().map((_, place) => (place * 7) % 5)];
        const shape = (of: readonly number[]) => {
          const distances = shapeDistances({ ratings: of, key });
          return distances === null ? null : shapeAgreement(distances);
        };
        alike(shape(moved.flat()), shape(ratings));
        const d = (of: readonly (readonly number[])[]) => {
          const found = meanDifference(
            of.map((row) => row[0] ?? NaN),
            of.map((row) => row[1] ?? NaN),
          );
          return found.reason === null ? found.d : null;
        };
        alike(d(moved), d(rows));
      }),
      runs,
    );
  });

  it('quadratic kappa is symmetric, alpha is ICC(3,k), and KR-20 is alpha', () => {
    fc.assert(
      fc.property(table(level, 2), table(bit, 4), (pairs, answers) => {
        const kappa = (one: number, other: number) =>
          quadraticKappa(pairs.map((row) => ({ first: row[one] ?? null, second: row[other] ?? null }))).value;
        alike(kappa(0, 1), kappa(1, 0));
        const alpha = cronbachAlpha(pairs).value;
        if (alpha !== null) alike(icc(pairs)?.icc3k.value, alpha);
        alike(kr20(answers).value, cronbachAlpha(answers).value);
      }),
      runs,
    );
  });

  it('the impact ratio of the reference group is 1, and no other is above it', () => {
    const group = fc.record({
      selected: fc.integer({ min: 0, max: 40 }),
      rest: fc.integer({ min: 1, max: 40 }),
    });
    fc.assert(
      fc.property(fc.array(group, { minLength: 2, maxLength: 5 }), (given) => {
        const groups = given.map(({ selected, rest }, at) => ({
          name: `g${at}`,
          selected,
          total: selected + rest,
        }));
        const found = impactByGroup(groups, { leastN: 1, leastPercent: 0 });
        const ratios = found.groups.flatMap(({ ratio }) => ratio ?? []);
        if (found.reference === null) expect(ratios).toEqual([]);
        else expect(found.groups.find(({ name }) => name === found.reference)?.ratio).toBe(1);
        for (const ratio of ratios) expect(ratio).toBeLessThanOrEqual(1);
      }),
      runs,
    );
  });

  it('groups exchanged turn the common odds ratio into 1 over it', () => {
    const count = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(count, count, count, count), { minLength: 1, maxLength: 5 }),
        (strata) => {
          const swapped = strata.map(([a, b, c, d]): TwoByTwo => [c, d, a, b]);
          const [one, other] = [mantelHaenszel(strata), mantelHaenszel(swapped)];
          if (one.reason !== null || other.reason !== null) throw new Error('every stratum has both groups');
          expect(one.oddsRatio * other.oddsRatio).toBeCloseTo(1, 9);
        },
      ),
      runs,
    );
  });

  it('percentiles never fall where scores rise', () => {
    const score = fc.integer({ min: 0, max: 1000 });
    const scores = fc.array(score, { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(scores, score, score, (norm, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        expect(percentileRank(norm, low)).toBeLessThanOrEqual(percentileRank(norm, high) ?? NaN);
        const tenths = new Array<number>(1001).fill(0);
        for (const at of norm) tenths[at] = (tenths[at] ?? 0) + 1;
        const group = { n: norm.length, mean: 50, sd: 10, tenths };
        const [lower, upper] = [low, high].map((at) => placeInGroup(group, { score: at / 10, sem: 4 }));
        expect(lower?.from).toBeLessThanOrEqual(upper?.from ?? NaN);
        expect(lower?.to).toBeLessThanOrEqual(upper?.to ?? NaN);
      }),
      runs,
    );
  });

  it('a composite with all the weight on one criterion is that criterion', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(scores, fc.nat(), (all, at) => {
        const place = at % all.length;
        const weights = all.map((_, own) => (own === place ? 100 : 0));
        expect(weightedMean(weights, all, 'strict')).toBe(all[place]);
      }),
      runs,
    );
  });
});
