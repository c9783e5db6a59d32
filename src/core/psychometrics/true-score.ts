export interface TrueScoreInput {
  readonly score: number;
  readonly mean: number;
  readonly sd: number;
  /** Between 0 and 1. */
  readonly reliability: number;
}

export interface TrueScore {
  readonly estimate: number;
  /** Standard error of estimation. */
  readonly se: number;
}

/** Kelley's regressed true score (1927): M + r (X − M), with the standard error of estimation SD √(r (1 − r)). */
export function trueScore({ score, mean, sd, reliability }: TrueScoreInput): TrueScore {
  if (!(reliability > 0 && reliability <= 1))
    throw new RangeError('a true score needs a positive reliability');
  return {
    estimate: mean + reliability * (score - mean),
    se: sd * Math.sqrt(reliability * (1 - reliability)),
  };
}
