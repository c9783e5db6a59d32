import { describe, expect, it } from '@jest/globals';
import { orderStability } from '../../../src/core/psychometrics/order-stability.ts';
import { referenceComposite } from '../../../src/core/psychometrics/reference-composite.ts';

const cor = [
  [1, 0.5],
  [0.5, 1],
];
const part = (score: number, constants = { mean: 60, sd: 20, n: 120 }) => ({ score, constants, weight: 50 });

describe('a composite on reference constants', () => {
  it('joins parts of different scales as T scores, with nominal and effective weights', () => {
    const joined = referenceComposite([part(80), part(3, { mean: 3, sd: 0.5, n: 100 })], cor);
    expect(joined).toEqual({ value: 55, reason: null, tScores: [60, 50], effectiveWeights: [0.5, 0.5] });
  });
  it('gives the heavier part more than its nominal weight', () => {
    const parts = [
      { ...part(80), weight: 70 },
      { ...part(80), weight: 30 },
    ];
    // w (Vw): .7 (.7 + .15) = .595 and .3 (.35 + .3) = .195 of .79.
    expect(referenceComposite(parts, cor)).toMatchObject({
      effectiveWeights: [expect.closeTo(0.595 / 0.79, 12), expect.closeTo(0.195 / 0.79, 12)],
    });
  });
  it.each([
    [[part(80), part(80, { mean: 60, sd: 20, n: 99 })], 'insufficient-n'],
    [[part(80), part(80, { mean: 60, sd: 0, n: 120 })], 'no-variance'],
    [[part(80)], 'invalid-response'],
    [[part(80), part(NaN)], 'invalid-response'],
    [[{ ...part(80), weight: -1 }, part(80)], 'invalid-response'],
  ])('does not exist for %j: %s', (parts, reason) => {
    expect(referenceComposite(parts, cor)).toEqual({ value: null, reason });
  });
});

describe('the stability of an order', () => {
  const weights = [40, 35, 25];
  it('is certain where one is better on everything, and turns with the two', () => {
    const better = { weights, first: [80, 60, 70], second: [70, 50, 60], within: 10 };
    expect(orderStability(better)).toMatchObject({ above: 1, tied: 0, below: 0 });
    expect(orderStability({ ...better, first: better.second, second: better.first }).reason).toBeNull();
    expect(orderStability({ ...better, first: better.second, second: better.first })).toMatchObject({
      below: 1,
    });
    expect(orderStability({ ...better, first: better.second })).toMatchObject({ tied: 1 });
  });
  it('counts every weighting once', () => {
    // Two criteria at 50: the first from 40 to 60 in steps of 2. Above needs more than half on it: five of eleven.
    expect(orderStability({ weights: [50, 50], first: [70, 60], second: [60, 70], within: 10 })).toEqual({
      reason: null,
      above: 5 / 11,
      tied: 1 / 11,
      below: 5 / 11,
      weightings: 11,
    });
  });
  it('takes no negative weights and nothing but the given weights within 0 points', () => {
    const edge = { weights: [96, 4], first: [70, 60], second: [60, 90], within: 10 };
    expect(orderStability(edge)).toMatchObject({ weightings: 8 });
    expect(orderStability({ ...edge, within: 0 })).toMatchObject({ above: 1, weightings: 1 });
  });
  it.each([
    [[100], [1], [2], 'fewer-than-two-items'],
    [[60, 60], [1, 2], [2, 1], 'invalid-response'],
    [[50, 50], [1], [2, 1], 'invalid-response'],
    [[50, 50], [1, NaN], [2, 1], 'invalid-response'],
  ])('does not exist for weights %j on %j and %j: %s', (given, first, second, reason) => {
    expect(orderStability({ weights: given, first, second, within: 10 })).toEqual({ value: null, reason });
  });
});
