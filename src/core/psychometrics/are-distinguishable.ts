import { Z_90 } from './score-band.ts';

export interface Measured {
  readonly score: number;
  readonly sem: number;
}

/**
 * The pairwise rule: two people differ only where |A − B| ≥ 1.645 √(SEM_a² + SEM_b²); anything less is "not
 * distinguishable". Not transitive: A may differ from C while B differs from neither.
 */
export function areDistinguishable(left: Measured, right: Measured): boolean {
  return Math.abs(left.score - right.score) >= leastDifference(left.sem, right.sem);
}

/** From here on two scores with these standard errors differ. */
export const leastDifference = (left: number, right: number): number => Z_90 * Math.hypot(left, right);
