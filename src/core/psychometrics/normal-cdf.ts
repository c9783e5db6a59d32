import { upperIncompleteGamma } from './incomplete-gamma.ts';

/** P(Z ≤ x) of the standard normal, exact in relative terms also far out in the lower tail. */
export function normalCdf(x: number): number {
  const tail = upperIncompleteGamma(0.5, (x * x) / 2) / 2;
  return x < 0 ? tail : 1 - tail;
}
