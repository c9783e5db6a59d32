import { describe, expect, it } from '@jest/globals';
import type { DeviceClass } from '../../../src/core/attempt/device-class.ts';
import { meanDifference } from '../../../src/core/psychometrics/mean-difference.ts';
import {
  lastingComparison,
  tallyDevices,
  type DeviceComparison,
} from '../../../src/core/quality/device-differences.ts';

const AT = new Date('2026-03-02T09:00:00Z');

const scoresOf = (count: number, lift = 0): readonly number[] =>
  Array.from({ length: count }, (_, place) => 50 + lift + ((7 * place) % 11));

/** Scores of each class, given to the tally in chunks of seven, the classes in turn. */
function compare(scores: Partial<Record<DeviceClass, readonly number[]>>): DeviceComparison {
  const people = Object.entries(scores).flatMap(([deviceClass, own]) =>
    own.map((score, place) => ({ score, deviceClass: deviceClass as DeviceClass, place })),
  );
  people.sort((left, right) => left.place - right.place);
  const tally = tallyDevices();
  for (let from = 0; from < people.length; from += 7) tally.add(people.slice(from, from + 7));
  return tally.comparison(AT);
}

describe('scores by device', () => {
  it('are compared with the largest class, in points and standardised, as the lists of scores say', () => {
    const lists = { phone: scoresOf(40, 1), tablet: scoresOf(35, -4), computer: scoresOf(60) };
    const { people, classes, computedAt } = compare(lists);
    expect({ people, computedAt }).toEqual({ people: 135, computedAt: AT });
    expect(classes.map(({ deviceClass, n }) => [deviceClass, n])).toEqual([
      ['computer', 60],
      ['phone', 40],
      ['tablet', 35],
    ]);
    expect(classes[0]).toEqual({ deviceClass: 'computer', n: 60, reason: null, difference: null });
    for (const own of classes.slice(1)) {
      const plain = meanDifference(lists[own.deviceClass], lists.computer, 0.9);
      if (plain.reason !== null || own.reason !== null) throw new Error('nothing was compared');
      if (own.difference?.reason !== null) throw new Error('no difference');
      for (const name of ['value', 'lower', 'upper'] as const)
        expect(own.difference.points[name]).toBeCloseTo(plain.raw[name], 9);
      expect(own.difference.standardised.value).toBeCloseTo(plain.d, 9);
      expect(own.difference.standardised.lower).toBeCloseTo(plain.lower, 9);
      expect(own.difference.standardised.upper).toBeCloseTo(plain.upper, 9);
    }
  });

  it('are not told of fewer than thirty, not even how many they are', () => {
    const few = { reason: 'insufficient-n', n: null };
    const { classes } = compare({ phone: scoresOf(30), tablet: scoresOf(29), computer: scoresOf(2) });
    expect(classes).toEqual([
      { deviceClass: 'phone', n: 30, reason: null, difference: null },
      { deviceClass: 'tablet', ...few },
      { deviceClass: 'computer', ...few },
    ]);
    expect(compare({ phone: scoresOf(29) }).classes.map(({ n }) => n)).toEqual([null, null, null]);
    expect(compare({})).toMatchObject({ people: 0, classes: [few, few, few] });
  });

  it('have no difference where nobody’s score differs', () => {
    const alike = scoresOf(30).map(() => 50);
    expect(compare({ phone: alike, computer: alike }).classes[1]).toMatchObject({
      n: 30,
      difference: { value: null, reason: 'no-variance' },
    });
  });

  it.each([
    [60, 89, 60],
    [60, 90, 90],
    [60, 31, 60],
    [60, 30, 30],
    [0, 29, 0],
  ])('counted with %d people stay until thirty are more or fewer: with %d those of %d', (was, is, counts) => {
    const of = (count: number): DeviceComparison => ({ ...compare({}), people: count });
    expect(lastingComparison(of(was), of(is))?.people).toBe(counts);
  });

  it('that were counted for the first time count at once', () => {
    expect(lastingComparison(null, compare({ phone: scoresOf(3) }))?.people).toBe(3);
  });
});
