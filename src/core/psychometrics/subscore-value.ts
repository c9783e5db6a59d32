import { unknown, type NoFigureReason } from '../kernel/estimate.ts';
import type { Matrix } from './covariance-matrix.ts';
import { isSoundList, isSoundTable } from './sound-data.ts';
import { sum } from './sum.ts';

/** Below this reliability a subscore is not shown, whatever it adds. */
const LEAST_RELIABILITY = 0.6;

export type SubscoreValue =
  | {
      readonly reason: null;
      /** How well the subscore predicts its own true score (PRMSE): its reliability. */
      readonly own: number;
      /** How well the total does. */
      readonly total: number;
      /** Reliable enough and better than the total: worth showing beside it. */
      readonly isWorthShowing: boolean;
    }
  | { readonly value: null; readonly reason: NoFigureReason };

/**
 * Whether a subscore says something that the total does not (Haberman 2008): proportional reductions of mean squared error
 * ρ_s² for the subscore and (var τ_s + Σ_{j≠s} cov(s, j))² / (var τ_s · var x) for the total x = Σ s, with var τ_s =
 * var s · ρ_s². Errors of the subscores uncorrelated. Input: covariances of the subscores (n − 1), the reliability of
 * this one, and its place. Null for fewer than two subscores, a reliability of 0 or less, no variance, unsound input.
 */
export function subscoreValue(covariances: Matrix, reliability: number, place: number): SubscoreValue {
  const row = covariances[place];
  const fits = isSoundTable(covariances, 'covariances') && isSoundList([reliability], 'reliability');
  if (!fits || row?.length !== covariances.length || reliability > 1) return unknown('invalid-response');
  if (covariances.length < 2) return unknown('fewer-than-two-items');
  if (reliability <= 0) return unknown('reliability-not-positive');
  const variance = row[place] ?? 0;
  const all = sum(covariances.flat());
  if (!(variance > 1e-12 && all > 1e-12)) return unknown('no-variance');
  const trueVariance = variance * reliability;
  const withTotal = trueVariance + sum(row) - variance;
  const total = withTotal ** 2 / (trueVariance * all);
  const isWorthShowing = reliability >= LEAST_RELIABILITY && reliability > total;
  return { reason: null, own: reliability, total, isWorthShowing };
}
