import { groupPlaces } from './group-places.ts';
import type { IndexedLevels } from './index-levels.ts';
import { mean } from './mean.ts';
import { expectedRating, type ExpectedRating } from './rasch-score.ts';
import { sum } from './sum.ts';

/** Estimates stop moving below this; a likelihood without a peak never does, and is given up. */
const STILL = 1e-10;
const MOST_CYCLES = 5000;

type Levels = readonly [readonly number[], readonly number[], readonly number[]];
export interface RaschFit {
  readonly levels: Levels;
  readonly steps: readonly number[];
  readonly deviance: number;
}

/** Newton's step for one block after the other, until none moves. Null where that never happens. */
export function fitRaschJointly(
  facets: readonly [IndexedLevels, IndexedLevels, IndexedLevels],
  ratings: readonly number[],
  max: number,
): RaschFit | null {
  const levels = facets.map(({ ids }) => ids.map(() => 0));
  let steps: readonly number[] = Array.from({ length: max }, () => 0);
  const at = (facet: number, row: number) => levels[facet]?.[facets[facet]?.places[row] ?? -1] ?? NaN;
  const expect = (): readonly ExpectedRating[] =>
    ratings.map((_, row) => expectedRating(at(0, row) - at(1, row) - at(2, row), steps));
  for (let cycle = 0; cycle < MOST_CYCLES; cycle += 1) {
    let moved = 0;
    for (const [facet, { places }] of facets.entries()) {
      const change = facetSteps(places, ratings, expect());
      const own = levels[facet] ?? [];
      const next = own.map((value, level) => value + (facet === 0 ? 1 : -1) * (change[level] ?? NaN));
      levels[facet] = facet === 0 ? next : centred(next);
      moved = Math.max(
        moved,
        ...next.map((_, level) => Math.abs((levels[facet]?.[level] ?? NaN) - (own[level] ?? NaN))),
      );
    }
    if (max > 1) {
      const next = centred(scaleSteps(steps, ratings, expect()));
      moved = Math.max(moved, ...next.map((value, x) => Math.abs(value - (steps[x] ?? NaN))));
      steps = next;
    }
    if (moved < STILL) {
      const shares = expect().map((expected, row) => expected.shares[ratings[row] ?? -1] ?? NaN);
      const [persons = [], items = [], raters = []] = levels;
      return { levels: [persons, items, raters], steps, deviance: -2 * sum(shares.map(Math.log)) };
    }
  }
  return null;
}

/** Residual over information, a level at a time, no further than 1 at once. */
function facetSteps(
  places: readonly number[],
  ratings: readonly number[],
  expected: readonly ExpectedRating[],
): readonly number[] {
  const steps: number[] = [];
  for (const [level, rows] of groupPlaces(places)) {
    const residual = sum(rows.map((row) => (ratings[row] ?? NaN) - (expected[row]?.mean ?? NaN)));
    steps[level] = limited(residual / sum(rows.map((row) => expected[row]?.variance ?? NaN)));
  }
  return steps;
}

/** The same for the steps of the scale: how many ratings reach a step against how many should. */
function scaleSteps(
  steps: readonly number[],
  ratings: readonly number[],
  expected: readonly ExpectedRating[],
): readonly number[] {
  return steps.map((step, index) => {
    const reaching = expected.map(({ shares }) => sum(shares.slice(index + 1)));
    const residual = ratings.filter((rating) => rating > index).length - sum(reaching);
    return step - limited(residual / sum(reaching.map((share) => share * (1 - share))));
  });
}

const limited = (step: number): number => Math.max(-1, Math.min(1, step));
const centred = (values: readonly number[]): number[] => values.map((value) => value - mean(values));
