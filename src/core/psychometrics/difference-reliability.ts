export interface TwoScores {
  readonly sx: number;
  readonly sy: number;
  readonly rxx: number;
  readonly ryy: number;
  readonly rxy: number;
}

/**
 * Reliability of the difference of two scores with uncorrelated errors:
 * (s_x² r_xx + s_y² r_yy − 2 s_x s_y r_xy) / (s_x² + s_y² − 2 s_x s_y r_xy). Below .5 a profile statement is not printed.
 * Null where the difference does not vary.
 */
export function differenceReliability({ sx, sy, rxx, ryy, rxy }: TwoScores): number | null {
  const shared = 2 * sx * sy * rxy;
  const variance = sx * sx + sy * sy - shared;
  return variance < 1e-12 ? null : (sx * sx * rxx + sy * sy * ryy - shared) / variance;
}
