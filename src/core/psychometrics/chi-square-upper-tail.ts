import { upperIncompleteGamma } from './incomplete-gamma.ts';

/** P(X > x) of a chi-square with df degrees of freedom. */
export function chiSquareUpperTail(x: number, df: number): number {
  return upperIncompleteGamma(df / 2, x / 2);
}
