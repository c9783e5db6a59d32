import { raterDrift } from '../psychometrics/rater-drift.ts';
import type { RaterCertification, SeedResult } from './rater-certification.ts';

/** Weight of the newest seed, spread of an error of a rater in control, and how many spreads the limits allow. */
const DRIFT_CHART = { lambda: 0.2, sigma: 0.6, width: 3 } as const;
/** A seed is good where the rater's mean level is less than half a level from the agreed one. */
const GOOD = 0.5;

export interface SeedDrift {
  /** Seeds counted: those since somebody last let the rater go on. */
  readonly n: number;
  /** Weighted mean of the errors after the last seed, positive is mild; null without a seed. */
  readonly average: number | null;
  readonly signal: boolean;
  /** When the last good seed before the signal was handed in; null where there was none. */
  readonly lastGoodAt: Date | null;
}

/** Whether a rater's levels have moved away from the agreed ones, by the seeds they rated in order. */
export function seedDrift({
  seedResults,
  pauses,
}: Pick<RaterCertification, 'seedResults' | 'pauses'>): SeedDrift {
  const since = pauses.findLast(({ cause, lifted }) => cause === 'drift' && lifted !== null)?.lifted?.at;
  const counted = seedResults.filter(({ at }) => since === undefined || at > since);
  const errors = counted.map(({ error }) => error);
  const drift = errors.length === 0 ? null : raterDrift(errors, DRIFT_CHART);
  const before = counted.slice(0, (drift?.firstSignal ?? counted.length + 1) - 1);
  return {
    n: counted.length,
    average: drift?.average.at(-1) ?? null,
    signal: drift !== null && drift.firstSignal !== null,
    lastGoodAt: before.findLast(isGood)?.at ?? since ?? null,
  };
}

const isGood = ({ error }: SeedResult): boolean => Math.abs(error) < GOOD;
