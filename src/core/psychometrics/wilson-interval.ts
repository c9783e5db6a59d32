import type { Interval } from './feldt-interval.ts';
import { normalQuantile } from './normal-quantile.ts';

/** Wilson's score interval (1927) of a share p (0 to 1) seen among n ≥ 1. Null without anybody. */
export function wilsonInterval(p: number, n: number, level = 0.95): Interval | null {
  if (!(p >= 0 && p <= 1)) throw new RangeError('a share lies between 0 and 1');
  if (n < 1) return null;
  const z = normalQuantile(1 - (1 - level) / 2);
  const centre = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return { lower: centre - half, upper: centre + half };
}
