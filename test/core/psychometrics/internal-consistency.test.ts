import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { alphaOfCovariances, meanCorrelation } from '../../../src/core/psychometrics/alpha-of-covariances.ts';
import { correlationMatrix, covarianceMatrix } from '../../../src/core/psychometrics/covariance-matrix.ts';
import { alphaOfTally, cronbachAlpha } from '../../../src/core/psychometrics/cronbach-alpha.ts';
import { crossedComponents } from '../../../src/core/psychometrics/crossed-components.ts';
import { generalizability, shareOf } from '../../../src/core/psychometrics/generalizability.ts';
import { guttmanLambda6 } from '../../../src/core/psychometrics/guttman-lambda6.ts';
import { invertMatrix } from '../../../src/core/psychometrics/invert-matrix.ts';
import { itemStatistics } from '../../../src/core/psychometrics/item-statistics.ts';
import { kr20 } from '../../../src/core/psychometrics/kr20.ts';
import { lengthForReliability, spearmanBrown } from '../../../src/core/psychometrics/spearman-brown.ts';
import { stratifiedAlpha } from '../../../src/core/psychometrics/stratified-alpha.ts';
import { sum } from '../../../src/core/psychometrics/sum.ts';
import { tallyItems } from '../../../src/core/psychometrics/tally-items.ts';

const tables = (most: number) =>
  fc.integer({ min: 2, max: 5 }).chain((k) =>
    fc.array(fc.array(fc.integer({ min: 0, max: most }), { minLength: k, maxLength: k }), {
      minLength: 2,
      maxLength: 12,
    }),
  );
const runs = { numRuns: 100 };

describe('alpha', () => {
  it('is the same from rows, from covariances and from chunks of a large table', () => {
    fc.assert(
      fc.property(tables(9), (rows) => {
        const alpha = cronbachAlpha(rows);
        const fromCovariances = alphaOfCovariances(covarianceMatrix(rows) ?? []);
        const tally = tallyItems(rows[0]?.length ?? 0);
        tally.add(Int8Array.from(rows.slice(0, 2).flat()));
        tally.add(Int8Array.from(rows.slice(2).flat()));
        expect(alphaOfTally(tally)).toEqual(alpha);
        if (alpha.value === null) expect(fromCovariances.value).toBeNull();
        else expect(fromCovariances.value).toBeCloseTo(alpha.value, 9);
      }),
      runs,
    );
  });
  it('leaves out persons with a missing value from chunks too', () => {
    const tally = tallyItems(2);
    tally.add(Float64Array.from([1, 2, NaN, 5, 3, 1, 5, 6]));
    expect(alphaOfTally(tally)).toEqual(
      cronbachAlpha([
        [1, 2],
        [null, 5],
        [3, 1],
        [5, 6],
      ]),
    );
  });
  it('keeps its digits on scores far from 0', () => {
    const rows = [
      [1, 2],
      [2, 4],
      [4, 3],
    ] as const;
    const far = rows.map((row) => row.map((value) => value + 1e7));
    expect(cronbachAlpha(far).value).toBeCloseTo(cronbachAlpha(rows).value ?? NaN, 9);
  });
  it('equals KR-20 on items of 0 and 1, which takes no others', () => {
    fc.assert(
      fc.property(tables(1), (rows) => {
        const [alpha, formula] = [cronbachAlpha(rows), kr20(rows)];
        if (alpha.value === null) expect(formula).toEqual({ value: null, reason: alpha.reason });
        else expect(formula.value).toBeCloseTo(alpha.value, 9);
      }),
      runs,
    );
    expect(kr20([[0, 2]]).reason).toBe('invalid-response');
  });
  it('equals G over as many raters as there are items', () => {
    fc.assert(
      fc.property(tables(9), (rows) => {
        const [alpha, components] = [cronbachAlpha(rows), crossedComponents(rows)];
        if (alpha.value === null || components.reason !== null) return;
        const { g } = generalizability(components, alpha.k);
        if (g !== null) expect(g).toBeCloseTo(alpha.value, 8);
      }),
      runs,
    );
  });
  it.each([
    [[], 'fewer-than-two-items'],
    [[[1]], 'fewer-than-two-items'],
    [[[1, 2]], 'insufficient-n'],
    [
      [
        [1, 2],
        [2, 1],
      ],
      'no-variance',
    ],
    [[[1, 2], [2]], 'invalid-response'],
    [
      [
        [1, 2],
        [2, Infinity],
      ],
      'invalid-response',
    ],
  ])('does not exist for %j: %s', (rows, reason) => {
    expect(cronbachAlpha(rows)).toMatchObject({ value: null, reason });
  });
  it('of strata needs the stratum of every item', () => {
    expect(
      stratifiedAlpha(
        [
          [1, 2],
          [2, 4],
          [3, 3],
        ],
        ['a'],
      ).reason,
    ).toBe('invalid-response');
  });
});

describe('covariances and correlations', () => {
  it('use the persons who have both of a pair, and do not exist without two', () => {
    expect(
      covarianceMatrix([
        [1, 2],
        [3, 6],
        [5, null],
      ]),
    ).toEqual([
      [4, 4],
      [4, 8],
    ]);
    expect(
      covarianceMatrix([
        [1, 2],
        [3, null],
      ]),
    ).toBeNull();
    expect(
      correlationMatrix([
        [4, 4],
        [4, 16],
      ]),
    ).toEqual([
      [1, 0.5],
      [0.5, 1],
    ]);
    expect(
      correlationMatrix([
        [4, 0],
        [0, 0],
      ]),
    ).toBeNull();
    expect(
      meanCorrelation([
        [1, 0.5],
        [0.5, 1],
      ]),
    ).toBe(0.5);
    expect(meanCorrelation([[1]])).toBeNull();
    expect(alphaOfCovariances([[1, 2]]).reason).toBe('invalid-response');
    expect(sum([])).toBe(0);
  });
  it('have an inverse unless a row is made of others', () => {
    const inverse = invertMatrix([
      [0, 2],
      [4, 1],
    ]);
    expect(inverse).toEqual([
      [-0.125, 0.25],
      [0.5, 0],
    ]);
    expect(
      invertMatrix([
        [1, 2],
        [2, 4],
      ]),
    ).toBeNull();
  });
});

describe('lambda 6', () => {
  it('is r for two items, and does not exist where an item repeats another', () => {
    // smc of both is r², so 1 − 2 (1 − r²) / (2 + 2 r) = r.
    expect(
      guttmanLambda6([
        [1, 0.6],
        [0.6, 1],
      ]).value,
    ).toBeCloseTo(0.6, 12);
    expect(
      guttmanLambda6([
        [1, 1],
        [1, 1],
      ]).reason,
    ).toBe('no-variance');
    expect(guttmanLambda6([[1]]).reason).toBe('fewer-than-two-items');
  });
});

describe('a longer test', () => {
  it('reaches the reliability that it was lengthened for', () => {
    const times = lengthForReliability(0.6, 0.8);
    expect(times).toBeCloseTo(8 / 3, 12);
    expect(spearmanBrown(0.6, times ?? NaN)).toBeCloseTo(0.8, 12);
  });
  it('has no reliability where the formula has none', () => {
    expect(spearmanBrown(-0.6, 4)).toBeNull();
    expect(spearmanBrown(0.6, 0)).toBeNull();
    expect(lengthForReliability(0, 0.8)).toBeNull();
    expect(lengthForReliability(0.6, 1)).toBeNull();
  });
});

describe('item statistics', () => {
  it('correlate an item with the rest, and say nothing of one that does not vary', () => {
    const [first, second, constant] = itemStatistics([
      [1, 2, 3],
      [2, 3, 3],
      [3, 4, 3],
    ]);
    expect(first).toMatchObject({ mean: 2, sd: 1, alphaWithout: 0 });
    expect(first?.withTotal).toBeCloseTo(1, 12);
    expect(second?.withRest).toBeCloseTo(1, 12);
    expect(constant).toMatchObject({ sd: 0, withTotal: null, withRest: null, alphaWithout: 1 });
  });
});

describe('components of persons by raters', () => {
  it('find the severity of raters who differ by a constant, and no error', () => {
    const components = crossedComponents([
      [1, 3],
      [2, 4],
      [3, 5],
    ]);
    expect(components).toEqual({ reason: null, person: 1, rater: 2, residual: 0 });
    if (components.reason !== null) return;
    expect(generalizability(components, 2)).toEqual({ g: 1, phi: 0.5 });
    expect(shareOf(0, 0)).toBeNull();
  });
  it('need two persons, two raters and a complete table', () => {
    expect(crossedComponents([[1, 2]]).reason).toBe('fewer-than-two-targets');
    expect(crossedComponents([[1], [2]]).reason).toBe('fewer-than-two-raters');
    expect(
      crossedComponents([
        [1, 2],
        [2, null],
      ]).reason,
    ).toBe('invalid-response');
    expect(crossedComponents([[1, 2], [2]]).reason).toBe('invalid-response');
  });
});
