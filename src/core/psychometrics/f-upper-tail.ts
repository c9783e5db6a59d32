import { incompleteBeta } from './incomplete-beta.ts';

/** P(F > f) of Fisher's F: computed on its own side, so that a small tail keeps its digits. */
export function fUpperTail(f: number, df1: number, df2: number): number {
  if (f <= 0) return 1;
  return incompleteBeta(df2 / (df1 * f + df2), df2 / 2, df1 / 2);
}
