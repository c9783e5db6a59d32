import { incompleteBeta } from './incomplete-beta.ts';

/** P(F ≤ f) of Fisher's F with df1 and df2 degrees of freedom, fractions allowed. */
export function fCdf(f: number, df1: number, df2: number): number {
  if (f <= 0) return 0;
  return incompleteBeta((df1 * f) / (df1 * f + df2), df1 / 2, df2 / 2);
}
