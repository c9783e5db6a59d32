import { mean } from '../psychometrics/mean.ts';

/**
 * Agreement of shape from distances of `shapeDistances`: 1 − mean(d) / 2. Over all options of a test it equals the
 * correlation of ratings and key; over the options of one dimension it is that dimension's piece, and the pieces
 * weighted by their numbers of options add up to the whole exactly. A piece can lie below −1.
 */
export function shapeAgreement(distances: readonly number[]): number {
  return 1 - mean(distances) / 2;
}
