import { feldtInterval } from './feldt-interval.ts';
import type { OwnPrecision } from './precision.ts';
import { sampleVariance } from './sample-variance.ts';
import { stratifiedAlpha } from './stratified-alpha.ts';

/** One person: the parts that a column is made of, and the score on the scale that is shown. */
export interface MeasuredParts {
  readonly parts: readonly (number | null)[];
  readonly score: number;
}

export interface OwnPrecisionInput {
  readonly people: readonly MeasuredParts[];
  /** Stratum of each part; parts of one stratum only make it plain alpha. */
  readonly strata: readonly string[];
  /** What the parts are, in the plural: "situations". */
  readonly partsName: string;
}

const LEVEL = 0.9;

/**
 * Reliability over parts with Feldt's interval, and the SD of the shown scores, both from the same people: those with
 * every part. Null where there is no coefficient: fewer than two parts or people, or no variance.
 */
export function ownPrecision({ people, strata, partsName }: OwnPrecisionInput): OwnPrecision | null {
  const whole = people.filter(({ parts }) => parts.every((part) => part !== null));
  const { value, n, k } = stratifiedAlpha(
    whole.map(({ parts }) => parts),
    strata,
  );
  if (value === null) return null;
  const name = new Set(strata).size > 1 ? 'stratified alpha' : 'alpha';
  return {
    reliability: value,
    sd: Math.sqrt(sampleVariance(whole.map(({ score }) => score))),
    method: `${name} over ${k} ${partsName}`,
    n,
    interval: feldtInterval(value, n, k, LEVEL),
  };
}
