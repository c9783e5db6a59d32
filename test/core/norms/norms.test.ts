import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { effectiveShares, overallScore } from '../../../src/core/norms/overall-score.ts';
import { placeInGroup } from '../../../src/core/norms/place-in-group.ts';
import type { ReferenceConstants } from '../../../src/core/norms/reference-constants.ts';
import { tallyScorePairs } from '../../../src/core/norms/tally-score-pairs.ts';
import { tallyScores, type FrozenScores } from '../../../src/core/norms/tally-scores.ts';
import type { Precision } from '../../../src/core/psychometrics/precision.ts';
import type { Standing } from '../../../src/core/scoring/standing.ts';

function frozen(scores: readonly number[]): FrozenScores | null {
  const tally = tallyScores();
  scores.forEach(tally.add);
  return tally.freeze();
}

const group = (scores: readonly number[]): FrozenScores => {
  const made = frozen(scores);
  if (made === null) throw new Error('too few');
  return made;
};

const upTo = (n: number) => Array.from({ length: n }, (_, place) => place);
const average = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const deviation = (values: readonly number[]) =>
  Math.sqrt(values.reduce((a, b) => a + (b - average(values)) ** 2, 0) / (values.length - 1));

describe('the scores of a norm group', () => {
  it('are frozen from 100 people on', () => {
    expect(frozen(upTo(99))).toBeNull();
    expect(frozen(upTo(100))?.n).toBe(100);
  });

  it('have the mean and SD of the people, not of the tenths that are kept', () => {
    const scores = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 100, maxLength: 150 });
    fc.assert(
      fc.property(scores, (all) => {
        const { mean, sd } = group(all);
        expect(mean).toBeCloseTo(average(all), 9);
        expect(sd).toBeCloseTo(deviation(all), 6);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a place in a norm group', () => {
  const hundred = group(upTo(100));

  it.each([
    { score: 50, sem: 0, from: 51, to: 51 },
    { score: 50, sem: 10 / 1.645, from: 41, to: 61 },
    { score: 99, sem: 0, from: 99, to: 99 },
    { score: 2, sem: 10, from: 1, to: 19 },
  ])('of $score with an error of $sem is $from to $to of 100 at or below it', ({ from, to, ...measured }) => {
    expect(placeInGroup(hundred, measured)).toEqual({ from, to });
  });

  it('counts equal scores as reached', () => {
    expect(placeInGroup(group(new Array<number>(100).fill(40)), { score: 40, sem: 0 })).toEqual({
      from: 99,
      to: 99,
    });
  });

  it('never falls as the score rises, and is never inside out', () => {
    const score = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(score, score, fc.double({ min: 0, max: 40, noNaN: true }), (a, b, sem) => {
        const low = placeInGroup(hundred, { score: Math.min(a, b), sem });
        const high = placeInGroup(hundred, { score: Math.max(a, b), sem });
        expect(low.from).toBeLessThanOrEqual(high.from);
        expect(low.to).toBeLessThanOrEqual(high.to);
        expect(low.from).toBeLessThanOrEqual(low.to);
      }),
      { numRuns: 100 },
    );
  });
});

describe('reference constants', () => {
  it('need 100 people with both scores, who differ on both', () => {
    const few = tallyScorePairs();
    upTo(99).forEach((place) => {
      few.add(place, place);
    });
    expect(few.freeze()).toEqual({ kind: 'too-few', n: 99 });
    const flat = tallyScorePairs();
    upTo(100).forEach((place) => {
      flat.add(place, 40);
    });
    expect(flat.freeze()).toEqual({ kind: 'no-variance', n: 100 });
  });

  it('are mean, SD and correlation of those people', () => {
    const people = upTo(120).map((place) => [place % 37, (place * 7) % 61] as const);
    const tally = tallyScorePairs();
    people.forEach(([judgment, written]) => {
      tally.add(judgment, written);
    });
    const [left, right] = [people.map(([one]) => one), people.map(([, other]) => other)];
    const together = people.map(([a, b]) => (a - average(left)) * (b - average(right)));
    const correlation = together.reduce((a, b) => a + b, 0) / 119 / (deviation(left) * deviation(right));
    const made = tally.freeze();
    if (made.kind !== 'frozen') throw new Error(made.kind);
    expect(made.judgment.mean).toBeCloseTo(average(left), 9);
    expect(made.written.sd).toBeCloseTo(deviation(right), 9);
    expect(made.correlation).toBeCloseTo(correlation, 9);
  });
});

describe('Overall', () => {
  const constants = {
    n: 240,
    judgment: { mean: 60, sd: 8 },
    written: { mean: 45, sd: 16 },
    correlation: 0.3,
    weights: { judgment: 40, written: 60 },
  } as unknown as ReferenceConstants;
  const standing = {
    judgment: { score: { value: 68, reason: null }, answered: 12, asked: 12 },
    written: { value: 37, reason: null },
    criteria: [{ prompts: { a: { level: 3 }, b: { level: 2 } } }],
  } as unknown as Standing;
  const assumed: Precision = { kind: 'assumed', reliability: 0.5, sd: 10, source: 'planning' };
  const established = { ...assumed, kind: 'established', method: 'alpha', n: 60 } as unknown as Precision;

  it('is the weighted mean of the T scores, with the error that both parts bring', () => {
    const overall = overallScore(standing, constants, { judgment: established, written: established });
    expect(overall).toMatchObject({ judgment: 60, written: 45, precision: 'established' });
    expect(overall?.score).toBeCloseTo(0.4 * 60 + 0.6 * 45, 12);
    const sem = 10 * Math.sqrt(0.5);
    const error = Math.sqrt(((0.4 * 10 * sem) / 8) ** 2 + ((0.6 * 10 * sem) / 16) ** 2);
    expect(overall?.sem).toBeCloseTo(error, 12);
  });

  it('is assumed as soon as one part is', () => {
    const precision = { judgment: assumed, written: established };
    expect(overallScore(standing, constants, precision)?.precision).toBe('assumed');
  });

  it.each([
    { name: 'a part without a score', precision: { judgment: assumed, written: assumed }, written: null },
    {
      name: 'a part whose precision cannot be established',
      precision: { judgment: assumed, written: { kind: 'cannot-be-established', reason: 'one-prompt' } },
      written: 37,
    },
    {
      name: 'a part of which nothing is stated',
      precision: { judgment: null, written: assumed },
      written: 37,
    },
  ])('does not exist with $name', ({ precision, written }) => {
    const one = { ...standing, written: { value: written, reason: null } } as Standing;
    expect(overallScore(one, constants, precision as never)).toBeNull();
  });

  it('says what each part really contributes', () => {
    // .4 (.4 + .3 · .6) = .232 and .6 (.6 + .3 · .4) = .432, of .664.
    expect(effectiveShares(constants)).toEqual({ judgment: 35, written: 65 });
  });
});
