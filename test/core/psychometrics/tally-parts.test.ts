import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sampleVariance } from '../../../src/core/psychometrics/sample-variance.ts';
import { stratifiedAlpha } from '../../../src/core/psychometrics/stratified-alpha.ts';
import { tallyParts } from '../../../src/core/psychometrics/tally-parts.ts';

const STRATA = ['a', 'b', 'a', 'c', 'b'];
const cell = fc.oneof(
  { weight: 30, arbitrary: fc.integer({ min: -4, max: 4 }) },
  { weight: 1, arbitrary: fc.constant(NaN) },
);
const person = fc.record({
  parts: fc.array(cell, { minLength: 5, maxLength: 5 }),
  score: fc.integer({ min: 0, max: 100 }),
});

/** Straight from the formula, in two passes over whole columns. */
function byFormula(rows: readonly (readonly number[])[]): number {
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const alpha = (part: readonly (readonly number[])[]): number => {
    const k = part[0]?.length ?? 0;
    const total = sampleVariance(part.map(sum));
    if (k < 2 || total < 1e-12) return 0;
    const items = Array.from({ length: k }, (_, item) => sampleVariance(part.map((row) => row[item] ?? NaN)));
    return (k / (k - 1)) * (1 - sum(items) / total);
  };
  const left = [...new Set(STRATA)].map((stratum) => {
    const part = rows.map((row) => row.filter((_, item) => STRATA[item] === stratum));
    return sampleVariance(part.map(sum)) * (1 - alpha(part));
  });
  return 1 - sum(left) / sampleVariance(rows.map(sum));
}

describe('a tally of parts', () => {
  it('has the stratified alpha and the SD of the complete people, however they are cut into chunks', () => {
    fc.assert(
      fc.property(
        fc.array(person, { minLength: 3, maxLength: 40 }),
        fc.integer({ min: 1, max: 40 }),
        (people, cut) => {
          const tally = tallyParts(STRATA);
          for (let start = 0; start < people.length; start += cut) {
            const chunk = people.slice(start, start + cut);
            tally.add(
              Float64Array.from(chunk.flatMap(({ parts }) => parts)),
              chunk.map(({ score }) => score),
            );
          }
          const whole = people.filter(({ parts }) => !parts.some(Number.isNaN));
          const { value, n } = tally.stratifiedAlpha();
          expect(n).toBe(whole.length);
          if (value === null) return;
          const rows = whole.map(({ parts }) => parts);
          expect(value).toBeCloseTo(byFormula(rows), 9);
          expect(value).toBeCloseTo(stratifiedAlpha(rows, STRATA).value ?? NaN, 9);
          expect(tally.scoreSd()).toBeCloseTo(Math.sqrt(sampleVariance(whole.map(({ score }) => score))), 9);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('has nothing to say of one person', () => {
    const tally = tallyParts(STRATA);
    tally.add(Float64Array.from([1, 2, 3, 4, 5]), [50]);
    expect(tally.stratifiedAlpha()).toMatchObject({ value: null, reason: 'insufficient-n' });
    expect(tally.scoreSd()).toBe(0);
  });
});
