import { feldtInterval } from './feldt-interval.ts';
import type { OwnPrecision } from './precision.ts';
import { tallyParts } from './tally-parts.ts';

/** One person: the parts that a column is made of, and the score on the scale that is shown. */
export interface MeasuredParts {
  readonly parts: readonly (number | null)[];
  readonly score: number;
}

export interface PrecisionTally {
  readonly add: (people: readonly MeasuredParts[]) => void;
  /** Null where there is no coefficient: fewer than two parts or people, or no variance. */
  readonly precision: () => OwnPrecision | null;
}

const LEVEL = 0.9;

/**
 * Reliability over parts with Feldt's interval, and mean and SD of the shown scores, all from the same people: those with
 * every part. People are counted chunk by chunk, in constant memory. Strata: the stratum of each part; parts of one
 * stratum only make it plain alpha. The name of the parts is in the plural: "situations".
 */
export function tallyPrecision(strata: readonly string[], partsName: string): PrecisionTally {
  const tally = tallyParts(strata);
  return {
    add: (people) => {
      const cells = people.flatMap(({ parts }) => parts.map((part) => part ?? NaN));
      tally.add(
        Float64Array.from(cells),
        people.map(({ score }) => score),
      );
    },
    precision: () => {
      const { value, n, k } = tally.stratifiedAlpha();
      if (value === null) return null;
      const name = new Set(strata).size > 1 ? 'stratified alpha' : 'alpha';
      return {
        reliability: value,
        mean: tally.scoreMean(),
        sd: tally.scoreSd(),
        method: `${name} over ${k} ${partsName}`,
        n,
        interval: feldtInterval(value, n, k, LEVEL),
      };
    },
  };
}
