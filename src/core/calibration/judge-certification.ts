import { raterCalibration } from '../psychometrics/rater-calibration.ts';

/** What a certification set asks for: responses of all levels, and how near a rater comes to the agreed ones. */
export const CERTIFICATION_GATE = {
  responses: 20,
  exact: 0.6,
  adjacent: 0.95,
  kappa: 0.7,
  bias: 0.25,
} as const;

export type CertificationMeasure = 'exact' | 'adjacent' | 'kappa' | 'bias';

export interface CertificationResult {
  readonly responses: number;
  readonly exact: number;
  readonly adjacent: number;
  /** Null where neither the rater's levels nor the agreed ones vary. */
  readonly kappa: number | null;
  /** Mean of the rater less the agreed levels: positive is mild. */
  readonly bias: number;
  /** What was not reached; nothing where the set is passed. */
  readonly missed: readonly CertificationMeasure[];
}

/**
 * A rater against the agreed levels of a whole set, every level of every response counting once. Throws for a set below
 * the size, or without a level: whoever offers one looks before.
 */
export function judgeCertification(
  own: readonly number[],
  agreed: readonly number[],
  responses: number,
): CertificationResult {
  const measured = raterCalibration(own, agreed, [1, 5]);
  if (measured === null || responses < CERTIFICATION_GATE.responses) {
    throw new RangeError(`${responses} responses with ${own.length} levels certify nobody`);
  }
  const { exact, adjacent, kappa, bias } = measured;
  const reached: Record<CertificationMeasure, boolean> = {
    exact: exact >= CERTIFICATION_GATE.exact,
    adjacent: adjacent >= CERTIFICATION_GATE.adjacent,
    kappa: kappa !== null && kappa >= CERTIFICATION_GATE.kappa,
    bias: Math.abs(bias) <= CERTIFICATION_GATE.bias,
  };
  const missed = (Object.keys(reached) as CertificationMeasure[]).filter((measure) => !reached[measure]);
  return { responses, exact, adjacent, kappa, bias, missed };
}
