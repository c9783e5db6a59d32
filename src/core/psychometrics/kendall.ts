/**
 * Kendall's τ_b (1945) of two lists: (C − D) / √((n₀ − t_x)(n₀ − t_y)), where n₀ counts all pairs and t those tied in a
 * list; without ties it is τ. Null where all values of a list are alike. Throws where the lists differ in length.
 */
export function kendall(xs: readonly number[], ys: readonly number[]): number | null {
  if (xs.length !== ys.length) throw new RangeError('both lists must have the same length');
  let agreement = 0;
  let [untiedX, untiedY] = [0, 0];
  for (const [first, x] of xs.entries()) {
    for (let second = first + 1; second < xs.length; second += 1) {
      const dx = Math.sign(x - (xs[second] ?? NaN));
      const dy = Math.sign((ys[first] ?? NaN) - (ys[second] ?? NaN));
      agreement += dx * dy;
      untiedX += Math.abs(dx);
      untiedY += Math.abs(dy);
    }
  }
  const scale = Math.sqrt(untiedX * untiedY);
  return scale > 0 ? agreement / scale : null;
}
