import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  classBySize,
  etsClass,
  itemFunctioning,
  standardisedDif,
} from '../../../src/core/psychometrics/item-functioning.ts';
import { logisticDif } from '../../../src/core/psychometrics/logistic-dif.ts';
import { logisticRegression } from '../../../src/core/psychometrics/logistic-regression.ts';
import { mantelHaenszel, type TwoByTwo } from '../../../src/core/psychometrics/mantel-haenszel.ts';
import { ratedItemFunctioning } from '../../../src/core/psychometrics/rated-item-functioning.ts';
import { tallyItemStrata } from '../../../src/core/psychometrics/tally-item-strata.ts';
import { referenceCase } from '../../reference/reference-case.ts';

// Admissions at Berkeley 1973 by department: men admitted and rejected, women admitted and rejected.
const BERKELEY: readonly TwoByTwo[] = [
  [512, 313, 89, 19],
  [353, 207, 17, 8],
  [120, 205, 202, 391],
  [138, 279, 131, 244],
  [53, 138, 94, 299],
  [22, 351, 24, 317],
];
const cell = fc.integer({ min: 0, max: 9 });
const strata = fc.array(fc.tuple(cell, cell, cell, cell), { minLength: 1, maxLength: 6 });
const swap = (all: readonly TwoByTwo[]) => all.map(([a, b, c, d]): TwoByTwo => [c, d, a, b]);

describe('Mantel-Haenszel', () => {
  it('gives the figures of R for admissions at Berkeley', () => {
    const found = mantelHaenszel(BERKELEY);
    expect(found).toMatchObject({ reason: null, strata: 6 });
    if (found.reason !== null) return;
    expect(found.oddsRatio).toBeCloseTo(0.9046968, 7);
    expect(found.correctedChiSquare).toBeCloseTo(1.4269, 4);
    expect(found.correctedP).toBeCloseTo(0.2323, 4);
  });
  it('of the groups exchanged is 1 over the ratio, with the same chi-square', () => {
    fc.assert(
      fc.property(strata, (all) => {
        const [one, other] = [mantelHaenszel(all), mantelHaenszel(swap(all))];
        if (one.reason !== null || other.reason !== null || other.oddsRatio === 0) return;
        expect(one.oddsRatio).toBeCloseTo(1 / other.oddsRatio, 8);
        expect(one.chiSquare).toBeCloseTo(other.chiSquare, 8);
        expect(one.logSe).toBeCloseTo(other.logSe ?? NaN, 8);
      }),
    );
  });
  it.each([
    [
      [
        [3, 2, 0, 0],
        [0, 0, 4, 1],
      ],
      'no-common-strata',
    ],
    [[[5, 0, 3, 2]], 'infinite-odds-ratio'],
    [[[5, 0, 3, 0]], 'no-variance'],
    [[[5, 0, -3, 0]], 'invalid-response'],
    [[[5, 0.5, 3, 0]], 'invalid-response'],
    [[], 'no-common-strata'],
  ] as const)('does not exist for %j: %s', (all, reason) => {
    expect(mantelHaenszel(all)).toEqual({ value: null, reason });
    expect(itemFunctioning(all)).toEqual({ value: null, reason });
  });
});

describe('functioning of an item of 0 and 1', () => {
  it('is against the focal group where delta is below 0', () => {
    const harder: readonly TwoByTwo[] = [[40, 10, 20, 30]];
    const found = itemFunctioning(harder);
    if (found.reason !== null) throw new Error(found.reason);
    expect(found.delta).toBeCloseTo(-2.35 * Math.log(6), 12);
    expect(found.class).toBe('C');
    expect(standardisedDif(harder).value).toBeCloseTo(0.4 - 0.8, 12);
    expect(standardisedDif([[1, 1, 0, 0]])).toEqual({ value: null, reason: 'no-common-strata' });
    expect(itemFunctioning([[0, 5, 3, 2]]).reason).toBe('infinite-odds-ratio');
  });
  it.each([
    [-0.99, 0.1, 0.001, 'A', 'A'],
    [1, 0.1, 0.049, 'B', 'B'],
    [1.6, 0.1, 0.05, 'A', 'C'],
    [-1.5, 0.1, 0.001, 'C', 'C'],
    [1.6, 0.5, 0.001, 'B', 'C'],
  ])('of delta %d (SE %d, p %d) is class %s, by its size alone %s', (delta, se, p, letter, bySize) => {
    expect(etsClass(delta, se, p)).toBe(letter);
    expect(classBySize(delta)).toBe(bySize);
  });
  it('counts strata from chunks, without persons who have a missing answer', () => {
    const tally = tallyItemStrata(2);
    tally.add(Int8Array.of(1, 0, 1, 1), Int8Array.of(0, 1));
    tally.add(Float64Array.of(0, 1, NaN, 1), Int8Array.of(1, 0));
    expect(tally.strataOf(0)).toEqual([
      [0, 0, 0, 0],
      [1, 0, 0, 1],
      [0, 0, 1, 0],
    ]);
    expect(tally.strataOf(1)[1]).toEqual([0, 1, 1, 0]);
  });
});

describe('functioning of a rated item', () => {
  it('of two scores is the chi-square and the standardised difference of an item of 0 and 1', () => {
    fc.assert(
      fc.property(strata, (all) => {
        const rated = all.map(([a, b, c, d]) => ({ reference: [b, a], focal: [d, c] }));
        const [one, other] = [ratedItemFunctioning(rated, [0, 1], 0.5), mantelHaenszel(all)];
        if (one.reason !== null || other.reason !== null) return;
        expect(one.chiSquare).toBeCloseTo(other.chiSquare, 8);
        expect(one.difference).toBeCloseTo(standardisedDif(all).value ?? NaN, 8);
      }),
    );
  });
  it.each([
    [0.1699, 'AA'],
    [0.1701, 'BB'],
    [0.2499, 'BB'],
    [0.2501, 'CC'],
  ])('at %d SD of the item is of class %s, but AA where chance explains it', (relative, letter) => {
    const classOf = (people: number) =>
      ratedItemFunctioning(
        [{ reference: [people / 2, people / 2], focal: [people / 5, (4 * people) / 5] }],
        [0, 1],
        0.3 / relative,
      );
    expect(classOf(200)).toMatchObject({ class: letter });
    expect(classOf(10)).toMatchObject({ class: 'AA' });
  });
  it('does not exist without common strata, without variance, or for counts that are none', () => {
    const stratum = (reference: number[], focal: number[]) => [{ reference, focal }];
    expect(ratedItemFunctioning(stratum([1, 2], [0, 0]), [0, 1], 1).reason).toBe('no-common-strata');
    expect(ratedItemFunctioning(stratum([0, 2], [0, 3]), [0, 1], 1).reason).toBe('no-variance');
    expect(ratedItemFunctioning(stratum([1, 2], [1, 3]), [0, 1], 0).reason).toBe('no-variance');
    expect(ratedItemFunctioning(stratum([1], [1, 3]), [0, 1], 1).reason).toBe('invalid-response');
    expect(ratedItemFunctioning(stratum([1, -1], [1, 3]), [0, 1], 1).reason).toBe('invalid-response');
  });
});

describe('logistic regression', () => {
  it('of a two by two table is its log odds ratio', () => {
    const people = [
      [30, 1, 1],
      [10, 0, 1],
      [20, 1, 0],
      [20, 0, 0],
    ].flatMap(([times, y, x]) => Array.from({ length: times ?? 0 }, () => ({ y: y ?? 0, x: x ?? 0 })));
    const found = logisticRegression(
      people.map(({ y }) => y),
      people.map(({ x }) => [1, x]),
    );
    if (found.reason !== null) throw new Error(found.reason);
    expect(found.coefficients).toEqual([expect.closeTo(0, 9), expect.closeTo(Math.log(3), 9)]);
    const likelihood = 30 * Math.log(0.75) + 10 * Math.log(0.25) + 40 * Math.log(0.5);
    expect(found.deviance).toBeCloseTo(-2 * likelihood, 9);
  });
  it('does not exist for separated outcomes or predictors that depend on each other', () => {
    expect(
      logisticRegression(
        [0, 0, 1, 1],
        [
          [1, 0],
          [1, 1],
          [1, 2],
          [1, 3],
        ],
      ).reason,
    ).toBe('infinite-odds-ratio');
    expect(
      logisticRegression(
        [0, 1],
        [
          [1, 1],
          [1, 1],
        ],
      ).reason,
    ).toBe('no-variance');
  });
  it('finds what Mantel-Haenszel finds, and turns its sign with the groups', () => {
    const { input } = referenceCase<{ y: number[]; score: number[]; group: number[] }, unknown>(
      'dif.logistic',
    );
    const [one, other] = [
      logisticDif(input.y, input.score, input.group),
      logisticDif(
        input.y,
        input.score,
        input.group.map((own) => 1 - own),
      ),
    ];
    if (one.reason !== null || other.reason !== null) throw new Error('none');
    expect(other.groupEffect).toBeCloseTo(-one.groupEffect, 8);
    expect(other.uniform).toBeCloseTo(one.uniform, 8);
    expect(other.nonUniform).toBeCloseTo(one.nonUniform, 8);
    expect([one.uniformP < 0.001, one.nonUniformP > 0.05]).toEqual([true, true]);
  });
  it('of items needs answers of 0 and 1, lists of one length and people', () => {
    expect(logisticDif([2], [1], [0]).reason).toBe('invalid-response');
    expect(logisticDif([1], [1, 2], [0]).reason).toBe('invalid-response');
    expect(logisticDif([], [], []).reason).toBe('insufficient-n');
    expect(logisticDif([1, 1], [1, 2], [0, 1]).reason).toBe('infinite-odds-ratio');
  });
});
