import { incompleteBeta } from './incomplete-beta.ts';

/** P(T ≤ t) of Student's t with df degrees of freedom, fractions allowed. */
export function tCdf(t: number, df: number): number {
  const tail = incompleteBeta(df / (df + t * t), df / 2, 0.5) / 2;
  return t < 0 ? tail : 1 - tail;
}
