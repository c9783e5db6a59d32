import { known, unknown, type Estimate, type NoFigureReason } from '../kernel/estimate.ts';
import { sum } from './sum.ts';

export interface RaterDesign {
  readonly reason: null;
  readonly harmonicRaters: number;
  /** What part of the severity of raters reorders targets: 0 where all share their raters, 1/k where none does. */
  readonly q: number;
}

/**
 * The multiplier of Putka, Le, McCloy & Diaz (2008) for designs between crossed and nested:
 * q = 1/k_h − [Σ_{i≠i'} c_ii' / (k_i k_i')] / (N (N − 1)), where c_ii' counts the raters that two targets share. Input: the
 * raters of each target, each once. Null for fewer than two targets, and where a target has no rater or one twice.
 */
export function raterDesign(
  ratersByTarget: readonly (readonly (number | string)[])[],
): RaterDesign | { readonly value: null; readonly reason: NoFigureReason } {
  const n = ratersByTarget.length;
  if (n < 2) return unknown('fewer-than-two-targets');
  if (ratersByTarget.some((raters) => raters.length === 0 || new Set(raters).size < raters.length))
    return unknown('invalid-response');
  const inverse = sum(ratersByTarget.map((raters) => 1 / raters.length)) / n;
  return {
    reason: null,
    harmonicRaters: 1 / inverse,
    q: inverse - sharedRaters(ratersByTarget) / (n * (n - 1)),
  };
}

/** Σ_{i≠i'} c_ii' / (k_i k_i'), a rater at a time: the square of a sum less the squares in it. */
function sharedRaters(ratersByTarget: readonly (readonly (number | string)[])[]): number {
  const weights = new Map<number | string, { all: number; squares: number }>();
  for (const raters of ratersByTarget) {
    for (const rater of raters) {
      const own = weights.get(rater) ?? { all: 0, squares: 0 };
      const weight = 1 / raters.length;
      weights.set(rater, { all: own.all + weight, squares: own.squares + weight * weight });
    }
  }
  return sum([...weights.values()].map(({ all, squares }) => all * all - squares));
}

export interface DesignVariances {
  readonly target: number;
  readonly rater: number;
  readonly residual: number;
}

/**
 * G(q,k) = σ²_T / (σ²_T + q σ²_R + σ²_e / k_h): reliability of the mean of k_h ratings under a design of multiplier q.
 * Null where nothing varies, and for a k_h that is no number of raters.
 */
export function designReliability(
  { target, rater, residual }: DesignVariances,
  { q, harmonicRaters }: Pick<RaterDesign, 'q' | 'harmonicRaters'>,
): Estimate<'no-variance' | 'invalid-response'> {
  const observed = target + q * rater + residual / harmonicRaters;
  if (!(harmonicRaters > 0) || !Number.isFinite(observed)) return unknown('invalid-response');
  return Math.abs(observed) < 1e-12 ? unknown('no-variance') : known(target / observed);
}
