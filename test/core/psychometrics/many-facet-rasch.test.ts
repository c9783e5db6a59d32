import { describe, expect, it } from '@jest/globals';
import { fitRaschJointly } from '../../../src/core/psychometrics/fit-rasch-jointly.ts';
import { indexLevels } from '../../../src/core/psychometrics/index-levels.ts';
import { manyFacetRasch, type FacetRatings } from '../../../src/core/psychometrics/many-facet-rasch.ts';
import { expectedRating, personMeasure } from '../../../src/core/psychometrics/rasch-score.ts';
import { referenceCase } from '../../reference/reference-case.ts';

interface Long {
  readonly person: number[];
  readonly item: number[];
  readonly rater: number[];
  readonly y: number[];
}
const { input } = referenceCase<{ long: Long; max: number }, unknown>('mfrm.rating_scale_jml');
const { person, item, rater, y } = input.long;
const given: FacetRatings = { persons: person, items: item, raters: rater, ratings: y, max: input.max };
const measured = (ratings: FacetRatings) => {
  const found = manyFacetRasch(ratings);
  if (found.reason !== null) throw new Error(found.reason);
  return found;
};
const close = (values: readonly (number | null)[]) => values.map((own) => expect.closeTo(own ?? NaN, 6));

describe('many-facet Rasch model', () => {
  it('expects for every person the ratings that were given', () => {
    const found = measured(given);
    const left = found.persons.map((at, place) =>
      y.reduce((total, rating, row) => {
        if (person[row] !== place + 1) return total;
        const eta =
          (at ?? NaN) -
          (found.items[(item[row] ?? 0) - 1] ?? NaN) -
          (found.raters[(rater[row] ?? 0) - 1] ?? NaN);
        return total + rating - expectedRating(eta, found.steps).mean;
      }, 0),
    );
    expect(left).toEqual(left.map(() => expect.closeTo(0, 6)));
  });
  it('turns its signs where the scale is turned around', () => {
    const found = measured(given);
    const turned = measured({ ...given, ratings: y.map((rating) => input.max - rating) });
    expect(turned.persons).toEqual(close(found.persons.map((at) => -(at ?? NaN))));
    expect(turned.raters).toEqual(close(found.raters.map((own) => -own)));
    expect(turned.deviance).toBeCloseTo(found.deviance, 6);
  });
  it('leaves out a person with all ratings highest and measures the others as before', () => {
    const more = measured({
      persons: [...person, 99, 99],
      items: [...item, 1, 2],
      raters: [...rater, 1, 2],
      ratings: [...y, 3, 3],
      max: 3,
    });
    const found = measured(given);
    expect(more.persons).toEqual([...close(found.persons), null]);
    expect(more.fairAverages.at(-1)).toBeNull();
    expect(more.rawMeans.at(-1)).toBe(3);
  });
  it.each([
    ['extreme-score', { ratings: y.map(() => 3) }],
    ['disconnected-design', { raters: item }],
    ['insufficient-n', { max: 4 }],
    ['invalid-response', { ratings: y.map((rating) => rating - 1) }],
    ['invalid-response', { persons: [1] }],
    ['extreme-score', { ratings: y.map((rating, row) => (rater[row] === 1 ? 0 : rating)) }],
  ])('is refused with %s', (reason, changed) => {
    expect(manyFacetRasch({ ...given, ...changed })).toEqual({ value: null, reason });
  });
  it('gives up a likelihood without a peak', () => {
    const one = indexLevels([1, 1]);
    const [two, levels] = [indexLevels([1, 2]), indexLevels([1, 1])];
    expect(fitRaschJointly([one, two, levels], [0, 1], 1)).toBeNull();
  });
});

describe('measure of one person', () => {
  it('is the logit of the share on items of 0 and 1', () => {
    expect(personMeasure([1, 1, 1, 0], 1).value).toBeCloseTo(Math.log(3), 9);
    expect(personMeasure([2, 2], 4).value).toBeCloseTo(0, 9);
  });
  it('does not exist at the ends of the scale or off it', () => {
    expect(personMeasure([3, 3], 3)).toEqual({ value: null, reason: 'extreme-score' });
    expect(personMeasure([0], 3)).toEqual({ value: null, reason: 'extreme-score' });
    for (const bad of [[], [4], [-1], [0.5], [NaN]])
      expect(personMeasure(bad, 3)).toEqual({ value: null, reason: 'invalid-response' });
  });
});
