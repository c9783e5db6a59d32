import { unknown, type NoFigureReason } from '../kernel/estimate.ts';
import type { Matrix } from './covariance-matrix.ts';
import { tScore } from './t-score.ts';
import { effectiveWeights } from './weighted-composite.ts';
import { weightedMean } from './weighted-mean.ts';

/** Fewer completed attempts give no constants to stand on. */
const LEAST_ATTEMPTS = 100;
const SD_OF_T = 10;

/** Mean and SD of a score among completed attempts, frozen with their number. */
interface ReferenceConstants {
  readonly mean: number;
  readonly sd: number;
  readonly n: number;
}

export interface ComposedPart {
  readonly score: number;
  readonly constants: ReferenceConstants;
  readonly weight: number;
}

export type ReferenceComposite =
  | {
      readonly value: number;
      readonly reason: null;
      readonly tScores: readonly number[];
      /** What each part really contributes to differences between people; null where the composite does not vary. */
      readonly effectiveWeights: readonly number[] | null;
    }
  | { readonly value: null; readonly reason: NoFigureReason };

/**
 * Parts on different scales as one score: each as T = 50 + 10 (x − M) / SD on its constants, then the weighted mean, with
 * the effective weights from the correlations of the parts. Null where constants rest on fewer than 100 attempts, a part
 * does not vary, or weights make no mean.
 */
export function referenceComposite(parts: readonly ComposedPart[], cor: Matrix): ReferenceComposite {
  const fits = cor.length === parts.length && cor.every((row) => row.length === parts.length);
  if (!fits || !parts.every(({ score }) => Number.isFinite(score))) return unknown('invalid-response');
  if (parts.some(({ constants }) => constants.n < LEAST_ATTEMPTS)) return unknown('insufficient-n');
  const tScores = parts.flatMap(({ score, constants }) => tScore(score, constants.mean, constants.sd) ?? []);
  if (tScores.length < parts.length) return unknown('no-variance');
  const weights = parts.map(({ weight }) => weight);
  const value = weightedMean(weights, tScores, 'strict');
  if (value === null) return unknown('invalid-response');
  const effective = effectiveWeights({ weights, sd: parts.map(() => SD_OF_T), cor });
  return { value, reason: null, tScores, effectiveWeights: effective };
}
