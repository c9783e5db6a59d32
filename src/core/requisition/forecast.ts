import { Z_90 } from '../psychometrics/score-band.ts';

export type Forecast =
  | { readonly kind: 'nothing-left' }
  | { readonly kind: 'too-few'; readonly done: number }
  | { readonly kind: 'days'; readonly fewest: number; readonly most: number };

/** Fewer say nothing about a pace: the range would reach from days to months. */
export const FEWEST_DONE = 10;

/**
 * In how many days as many as are left will be done, at the pace of the last days. The pace is a count, so its 90 % range
 * is taken as n ± 1.645 √n; that assumes that nothing about the work changes.
 */
export function forecast(work: {
  readonly left: number;
  readonly done: number;
  readonly days: number;
}): Forecast {
  const { left, done, days } = work;
  if (left === 0) return { kind: 'nothing-left' };
  if (done < FEWEST_DONE) return { kind: 'too-few', done };
  const spread = Z_90 * Math.sqrt(done);
  const daysAt = (count: number) => Math.max(1, Math.ceil((left * days) / count));
  return { kind: 'days', fewest: daysAt(done + spread), most: daysAt(done - spread) };
}
