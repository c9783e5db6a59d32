import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { meanDifference } from '../../../src/core/psychometrics/mean-difference.ts';
import { momentsDifference } from '../../../src/core/psychometrics/moments-difference.ts';
import { ratedItemFunctioning } from '../../../src/core/psychometrics/rated-item-functioning.ts';
import { summedItemFunctioning } from '../../../src/core/psychometrics/summed-item-functioning.ts';
import { tallyGroupMoments } from '../../../src/core/psychometrics/tally-group-moments.ts';
import { tallyRatedStrata } from '../../../src/core/psychometrics/tally-rated-strata.ts';

interface Person {
  readonly values: readonly number[];
  readonly score: number;
  readonly group: number;
}

const LEVELS = [-2, -1, 0, 1, 2];
const GROUPS = 3;
const PAIRS = [
  [0, 1],
  [2, 0],
  [1, 2],
] as const;

const person = (k: number) =>
  fc.record({
    values: fc.array(fc.constantFrom(...LEVELS), { minLength: k, maxLength: k }),
    // Few different scores, so that people match; both ends of the scale among them.
    score: fc.constantFrom(0, 1.9, 2, 41.5, 42.25, 98, 99.99, 100),
    group: fc.nat(GROUPS - 1),
  });
const table = fc.integer({ min: 1, max: 5 }).chain((k) =>
  fc.record({
    k: fc.constant(k),
    people: fc.array(person(k), { minLength: 4, maxLength: 80 }),
    cut: fc.integer({ min: 1, max: 40 }),
  }),
);

function* chunksOf(people: readonly Person[], cut: number) {
  for (let start = 0; start < people.length; start += cut) {
    const chunk = people.slice(start, start + cut);
    yield {
      values: Float64Array.from(chunk.flatMap(({ values }) => values)),
      scores: chunk.map(({ score }) => score),
      groups: chunk.map(({ group }) => group),
    };
  }
}

/** From the whole table: how often each level was reached in every step of two points. */
function plainly(people: readonly Person[], item: number, reference: number, focal: number) {
  const stepOf = ({ score }: Person) => (score === 100 ? 49 : Math.floor(score / 2));
  const steps = [...new Set(people.map(stepOf))].sort((a, b) => a - b);
  const counts = (step: number, wanted: number) =>
    LEVELS.map(
      (level) =>
        people.filter((one) => stepOf(one) === step && one.group === wanted && one.values[item] === level)
          .length,
    );
  const strata = steps.map((step) => ({ reference: counts(step, reference), focal: counts(step, focal) }));
  const values = people
    .filter(({ group }) => group === reference || group === focal)
    .map(({ values: own }) => own[item] ?? NaN);
  const [n, sum] = [values.length, values.reduce((a, b) => a + b, 0)];
  const apart = n * values.reduce((a, b) => a + b * b, 0) - sum * sum;
  return ratedItemFunctioning(strata, LEVELS, n < 2 ? 0 : Math.sqrt(apart / (n * (n - 1))));
}

describe('differential functioning from sums', () => {
  // Reference 1 and 3, focal 2 and 4; a second stratum with one group only says nothing.
  const strata = [
    { reference: { n: 2, total: 4, squares: 10 }, focal: { n: 2, total: 6, squares: 20 } },
    { reference: { n: 0, total: 0, squares: 0 }, focal: { n: 1, total: 9, squares: 81 } },
  ];

  it('is what Mantel’s formula gives by hand', () => {
    const found = summedItemFunctioning(strata, 2);
    expect(found).toMatchObject({ reason: null, difference: 1, relative: 0.5, class: 'AA' });
    expect(found.reason === null ? found.chiSquare : NaN).toBeCloseTo(0.6, 12);
  });

  it('does not exist without a stratum of both, and without spread', () => {
    expect(summedItemFunctioning(strata.slice(1), 2).reason).toBe('no-common-strata');
    expect(summedItemFunctioning(strata, 0).reason).toBe('no-variance');
  });
});

describe('a tally of graded items by matching score and group', () => {
  it('gives exactly what counts of the whole table give, for every pair and however the table is cut', () => {
    let found = 0;
    fc.assert(
      fc.property(table, ({ k, people, cut }) => {
        const tally = tallyRatedStrata(k, GROUPS);
        for (const { values, scores, groups } of chunksOf(people, cut)) tally.add(values, scores, groups);
        for (const [reference, focal] of PAIRS) {
          for (let item = 0; item < k; item += 1) {
            const own = tally.functioningOf(item, reference, focal);
            expect(own).toEqual(plainly(people, item, reference, focal));
            if (own.reason === null) found += 1;
          }
        }
      }),
      { numRuns: 100 },
    );
    expect(found).toBeGreaterThan(0);
  });

  it('leaves out people without a value or without a score', () => {
    const tally = tallyRatedStrata(2, 1);
    tally.add([1, NaN, 1, 2, 0, 1], [50, 50, NaN], [0, 0, 0]);
    expect(tally.personsOf(0)).toBe(1);
  });

  it('takes what rounding leaves of equal values for no variance', () => {
    const tally = tallyRatedStrata(1, 2);
    tally.add(
      Array<number>(30).fill(0.1),
      Array<number>(30).fill(50),
      [...Array(30).keys()].map((p) => p % 2),
    );
    expect(tally.functioningOf(0, 0, 1)).toEqual({ value: null, reason: 'no-variance' });
  });
});

describe('a tally of scores by group', () => {
  it('gives the difference of means that the lists give', () => {
    fc.assert(
      fc.property(table, ({ people, cut }) => {
        const tally = tallyGroupMoments(GROUPS);
        for (const { scores, groups } of chunksOf(people, cut)) tally.add(scores, groups);
        for (const [reference, focal] of PAIRS) {
          const listOf = (wanted: number) =>
            people.filter(({ group }) => group === wanted).map(({ score }) => score);
          const plain = meanDifference(listOf(focal), listOf(reference), 0.9);
          const own = momentsDifference(tally.momentsOf(focal), tally.momentsOf(reference), 0.9);
          expect(own.reason).toBe(plain.reason);
          if (own.reason !== null || plain.reason !== null) continue;
          // Two nearly equal scores give differences of many hundred SD: near is meant by size.
          for (const name of ['d', 'lower', 'upper', 'g'] as const)
            expect(own[name] / Math.max(1, Math.abs(plain[name]))).toBeCloseTo(
              plain[name] / Math.max(1, Math.abs(plain[name])),
              9,
            );
        }
      }),
      { numRuns: 100 },
    );
  });
});
