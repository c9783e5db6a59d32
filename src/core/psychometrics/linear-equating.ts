export interface Moments {
  readonly mean: number;
  readonly sd: number;
}

/** y = slope · x + intercept. */
export interface Line {
  readonly slope: number;
  readonly intercept: number;
}

/**
 * Linear equating of form X to the scale of form Y (random groups): y = M_y + (S_y / S_x)(x − M_x). With slope 1 it is
 * mean equating; forms taken by fewer than 100 people each keep their scores as they are. Null where X does not vary.
 */
export function linearEquating(x: Moments, y: Moments): Line | null {
  if (!(x.sd > 1e-12) || !(y.sd >= 0)) return null;
  const slope = y.sd / x.sd;
  return { slope, intercept: y.mean - slope * x.mean };
}
