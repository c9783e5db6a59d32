import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { auditRates } from '../../../src/core/psychometrics/audit-rates.ts';
import { auditScores } from '../../../src/core/psychometrics/audit-scores.ts';
import { fisherExact } from '../../../src/core/psychometrics/fisher-exact.ts';
import { impactByGroup } from '../../../src/core/psychometrics/impact-by-group.ts';
import { impactOfRates } from '../../../src/core/psychometrics/impact-of-rates.ts';
import {
  flipOne,
  impactRatio,
  isSelection,
  violatesFourFifths,
} from '../../../src/core/psychometrics/impact-ratio.ts';
import { isCount } from '../../../src/core/psychometrics/is-count.ts';
import { meanDifference } from '../../../src/core/psychometrics/mean-difference.ts';
import { selectionChiSquare } from '../../../src/core/psychometrics/selection-chi-square.ts';
import { selectionDifference } from '../../../src/core/psychometrics/selection-difference.ts';
import { sweepCutScores } from '../../../src/core/psychometrics/sweep-cut-scores.ts';

const of = (selected: number, total: number) => ({ selected, total });
const selections = fc
  .integer({ min: 1, max: 40 })
  .chain((total) => fc.record({ selected: fc.integer({ min: 0, max: total }), total: fc.constant(total) }));
const runs = { numRuns: 60 };

describe('four fifths', () => {
  it.each([
    [of(12, 40), of(48, 80), true], // UGESP, question 12: 30 % against 60 %
    [of(48, 100), of(60, 100), false], // exactly four fifths
    [of(479, 1000), of(60, 100), true],
    [of(12, 25), of(3, 5), false], // .48 / .60 in floating point may fall below .8
    [of(0, 5), of(0, 5), false],
  ])('of %j against %j: violated %s', (focal, reference, violated) => {
    expect(violatesFourFifths(focal, reference)).toBe(violated);
  });
  it('find nothing where one person more or fewer turns them around', () => {
    const flipped = flipOne(of(3, 12), of(8, 22));
    expect(flipped?.survives).toBe(false);
    expect(flipped?.ratio.value).toBeCloseTo(4 / 12 / (7 / 22), 12);
    expect(flipOne(of(12, 400), of(48, 400))?.survives).toBe(true);
    expect(flipOne(of(40, 100), of(48, 100))?.survives).toBe(false);
    expect(flipOne(of(5, 5), of(1, 5))).toBeNull();
    expect(flipOne(of(6, 5), of(1, 5))).toBeNull();
  });
  it('have no ratio without selections of the reference, or for counts that are none', () => {
    expect(impactRatio(of(0, 5), of(0, 5)).reason).toBe('no-selections');
    expect(impactRatio(of(1, 5), of(0, 5)).reason).toBe('highest-rate-zero');
    for (const bad of [of(6, 5), of(0, 0), of(0.5, 5), of(-1, 5), of(NaN, 5)])
      expect([isSelection(bad), impactRatio(bad, of(1, 5)).reason]).toEqual([false, 'invalid-response']);
    expect([isCount(3), isCount(2.5), isCount(-1), isCount(Infinity)]).toEqual([true, false, false, false]);
  });
});

describe('several groups', () => {
  const floor = { leastN: 5, leastPercent: 2 };
  it('are compared with the highest rate among those large enough', () => {
    const found = impactByGroup(
      [
        { name: 'few', ...of(4, 4) },
        { name: 'many', ...of(30, 100) },
        { name: 'less', ...of(20, 100) },
      ],
      floor,
    );
    expect(found.reference).toBe('many');
    expect(found.groups.map(({ ratio }) => ratio)).toEqual([null, 1, 20 / 30]);
    expect(found.groups.map(({ belowFourFifths }) => belowFourFifths)).toEqual([null, false, true]);
  });
  it('have no reference where nobody was selected, and none below 2 % of the pool', () => {
    expect(impactByGroup([{ name: 'a', ...of(0, 9) }], floor).reference).toBeNull();
    const small = [
      { name: 'a', ...of(19, 19) },
      { name: 'b', ...of(100, 1000) },
    ];
    expect(impactByGroup(small, floor).reference).toBe('b');
    expect(impactByGroup(small, { ...floor, leastPercent: 0 }).reference).toBe('a');
  });
  it('known by rates only take exactly four fifths for four fifths', () => {
    expect(impactOfRates({ a: 0.6, b: 0.48, c: 0.47 }).belowFourFifths).toEqual({
      a: false,
      b: false,
      c: true,
    });
    expect(impactOfRates({ a: 0, b: 0 })).toMatchObject({ reference: null, ratios: { a: null, b: null } });
    expect(impactOfRates({ a: 2 }).ratios).toEqual({ a: null });
  });
  it('have one chi-square, which of two groups is z squared', () => {
    fc.assert(
      fc.property(selections, selections, (focal, reference) => {
        const [both, pair] = [selectionChiSquare([focal, reference]), selectionDifference(focal, reference)];
        if (both.reason !== null) expect(pair?.chiSquare).toBeNull();
        else expect(both.value).toBeCloseTo(pair?.chiSquare ?? NaN, 8);
      }),
      runs,
    );
    expect(selectionChiSquare([of(1, 2)]).reason).toBe('insufficient-n');
    expect(selectionChiSquare([of(0, 2), of(0, 2)]).reason).toBe('no-selections');
    expect(selectionChiSquare([of(2, 2), of(2, 2)]).reason).toBe('no-variance');
    expect(selectionChiSquare([of(3, 2), of(2, 2)]).reason).toBe('invalid-response');
  });
});

describe('two selection rates', () => {
  it('have the z printed by audit-ai for its second table', () => {
    expect(Math.abs(selectionDifference(of(78, 83), of(87, 99))?.z ?? 0)).toBeCloseTo(1.4078, 3);
  });
  it('differ the other way round with the groups exchanged, at the same p', () => {
    fc.assert(
      fc.property(selections, selections, (focal, reference) => {
        const [one, other] = [selectionDifference(focal, reference), selectionDifference(reference, focal)];
        const [exact, turned] = [fisherExact(focal, reference), fisherExact(reference, focal)];
        expect((one?.z ?? 0) + (other?.z ?? 0)).toBeCloseTo(0, 9);
        expect(exact?.p).toBeCloseTo(turned?.p ?? NaN, 9);
        expect(exact?.mid ?? 1).toBeLessThanOrEqual(exact?.p ?? 0);
        expect((one?.h ?? 0) + (other?.h ?? 0)).toBeCloseTo(0, 9);
        const numbers = Object.values({ ...one, ratio: 0 });
        expect(numbers.every((value) => value === null || Number.isFinite(value))).toBe(true);
        if (one?.ratio) expect(1 / one.ratio.upper).toBeCloseTo(other?.ratio?.lower ?? NaN, 9);
      }),
      runs,
    );
  });
  it('are exactly as likely as all tables together where nobody can move', () => {
    expect(fisherExact(of(0, 12), of(0, 15))).toEqual({ p: 1, mid: 0.5 });
    expect(fisherExact(of(13, 12), of(0, 15))).toBeNull();
    // The lady tasting tea: 3 of 4 and 1 of 4, 34/70 on both sides.
    expect(fisherExact(of(3, 4), of(1, 4))?.p).toBeCloseTo(34 / 70, 9);
    expect(selectionDifference(of(1, 0), of(1, 2))).toBeNull();
  });
});

describe('difference of means', () => {
  it('does not move with a constant or a scale and turns with the groups', () => {
    const [focal, reference] = [
      [62, 55, 71, 48],
      [70, 63, 75, 58, 69],
    ];
    const found = meanDifference(focal, reference);
    const moved = meanDifference(
      focal.map((x) => 2 * x + 5),
      reference.map((x) => 2 * x + 5),
    );
    const turned = meanDifference(reference, focal);
    if (found.reason !== null || moved.reason !== null || turned.reason !== null) throw new Error('none');
    expect(moved.d).toBeCloseTo(found.d, 12);
    expect(moved.p).toBeCloseTo(found.p, 12);
    expect(turned.d).toBeCloseTo(-found.d, 12);
    expect(found.g / found.d).toBeCloseTo(found.gApproximate / found.d, 2);
    expect([found.lower < found.d, found.d < found.upper, found.d < 0]).toEqual([true, true, true]);
  });
  it('is over the pooled SD, its test over each group’s own (Welch)', () => {
    // Means 59 and 67; sums of squares 290 and 174.
    const found = meanDifference([62, 55, 71, 48], [70, 63, 75, 58, 69]);
    if (found.reason !== null) throw new Error('none');
    const [e1, e2] = [290 / 3 / 4, 174 / 4 / 5];
    expect(found.d).toBeCloseTo(-8 / Math.sqrt((290 + 174) / 7), 12);
    expect(found.t).toBeCloseTo(-8 / Math.sqrt(e1 + e2), 12);
    expect(found.df).toBeCloseTo((e1 + e2) ** 2 / (e1 ** 2 / 3 + e2 ** 2 / 4), 12);
  });
  it('is told in points too, with the interval that R gives for its own data of sleep', () => {
    // t.test(extra ~ group, data = sleep): t = -1.8608, df = 17.776, 95 percent: -3.3654832 to 0.2054832.
    const found = meanDifference(
      [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2],
      [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
    );
    if (found.reason !== null) throw new Error('none');
    expect(found.raw.value).toBeCloseTo(-1.58, 12);
    expect(found.raw.lower).toBeCloseTo(-3.3654832, 6);
    expect(found.raw.upper).toBeCloseTo(0.2054832, 6);
  });
  it('does not exist for one person, without variance, or for scores that are not finite', () => {
    expect(meanDifference([1], [1, 2]).reason).toBe('insufficient-n');
    expect(meanDifference([1, 1], [2, 2]).reason).toBe('no-variance');
    expect(meanDifference([1, NaN], [2, 2]).reason).toBe('invalid-response');
    expect(() => meanDifference('x' as unknown as number[], [1])).toThrow('focal must be');
  });
  it('is swept over cuts where a score at the cut passes', () => {
    expect(sweepCutScores([50, 60], [60, 70], [60, 71])).toEqual([
      { cut: 60, focalRate: 0.5, referenceRate: 1, ratio: 0.5, belowFourFifths: true },
      { cut: 71, focalRate: 0, referenceRate: 0, ratio: null, belowFourFifths: false },
    ]);
    expect(sweepCutScores([], [1], [1])).toBeNull();
  });
});

describe('the bias audit of New York City', () => {
  const row = (category: string, selected: number, total: number) => ({ category, selected, total });

  it('gives the ratios printed in the rule for sex and race', () => {
    const sex = auditRates([row('Male', 667, 1390), row('Female', 555, 1181)]);
    expect(sex.rows.map(({ ratio }) => ratio?.toFixed(3))).toEqual(['1.000', '0.979']);
    const race = auditRates([
      row('Hispanic', 204, 408),
      row('White', 412, 797),
      row('Black', 170, 390),
      row('Pacific', 52, 119),
      row('Asian', 302, 616),
      row('Native', 18, 41),
      row('Two', 96, 213),
    ]);
    expect(race.rows.map(({ ratio }) => ratio?.toFixed(2))).toEqual([
      '0.97',
      '1.00',
      '0.84',
      '0.85',
      '0.95',
      '0.85',
      '0.87',
    ]);
  });
  it('keeps exactly 2 % and excludes less only where the auditor chose to', () => {
    const given = [row('a', 40, 98), row('b', 2, 2)];
    expect(auditRates(given, { excludeSmall: true }).rows.map(({ ratio }) => ratio)).toEqual([40 / 98, 1]);
    const smaller = [row('a', 40, 99), row('b', 2, 2)];
    expect(auditRates(smaller, { excludeSmall: true }).rows).toMatchObject([
      { ratio: 1, isSmall: false },
      { ratio: null, rate: 1, isSmall: true },
    ]);
    expect(auditRates(smaller).rows[1]).toMatchObject({ ratio: 1, isSmall: true });
  });
  it('has no ratios where every rate is 0 or nobody is there', () => {
    expect(auditRates([row('a', 0, 3)])).toMatchObject({
      reason: 'highest-rate-zero',
      rows: [{ ratio: null }],
    });
    expect(auditRates([])).toEqual({ total: 0, rows: [], reason: 'highest-rate-zero' });
  });
  it('does not count a score at the median as above it', () => {
    const people = [50, 60, 60, 70, 40, 60, 60, 80].map((score, place) => ({
      score,
      categories: { sex: place < 4 ? 'Male' : 'Female' },
    }));
    const audit = auditScores(people, ['sex']);
    expect(audit?.median).toBe(60);
    expect(audit?.tables['sex']?.rows.map(({ rate }) => rate)).toEqual([0.25, 0.25]);
  });
  it('leaves people of unknown category out of rates and median, and shows the other reading', () => {
    const person = (score: number, sex: string | null, race: string | null = 'W') => ({
      score,
      categories: { race, sex },
    });
    const people = [
      person(1, 'F'),
      person(2, 'M'),
      person(3, 'F'),
      person(9, 'M', null),
      person(9, null),
      person(9, null),
    ];
    const audit = auditScores(people, ['race', 'sex']);
    expect(audit).toMatchObject({ n: 3, unknown: 3, median: 2, byFullMedian: { median: 6 } });
    expect(audit?.together.rows).toMatchObject([
      { category: 'W|F', rate: 0.5 },
      { category: 'W|M', rate: 0 },
    ]);
    expect(audit?.byFullMedian.tables['sex']?.reason).toBe('highest-rate-zero');
    expect(auditScores([], ['sex'])).toBeNull();
    expect(auditScores([person(NaN, 'F')], ['sex'])).toBeNull();
  });
});
