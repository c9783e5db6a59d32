import { mean } from '../psychometrics/mean.ts';

/** Pearson's r of two equally long lists. Null where either does not vary or there are fewer than two pairs. */
export function correlation(xs: readonly number[], ys: readonly number[]): number | null {
  if (xs.length !== ys.length) throw new RangeError('both lists must have the same length');
  if (xs.length < 2) return null;
  const [middleX, middleY] = [mean(xs), mean(ys)];
  let [both, x2, y2] = [0, 0, 0];
  xs.forEach((x, index) => {
    const y = ys[index] ?? 0;
    both += (x - middleX) * (y - middleY);
    x2 += (x - middleX) ** 2;
    y2 += (y - middleY) ** 2;
  });
  return x2 === 0 || y2 === 0 ? null : both / Math.sqrt(x2 * y2);
}
