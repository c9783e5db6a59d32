import { unknown, type NoFigureReason } from '../kernel/estimate.ts';
import type { Matrix } from './covariance-matrix.ts';
import { fitOneFactor, type OneFactor } from './one-factor-model.ts';
import { isSoundTable } from './sound-data.ts';
import { sum } from './sum.ts';

export type Omega =
  | (OneFactor & { readonly value: number; readonly reason: null })
  | { readonly value: null; readonly reason: NoFigureReason };

/**
 * McDonald's ω of one factor (1999): (Σλ)² / ((Σλ)² + Σθ), for the raw sum score from covariances, for the sum of
 * standardised items from correlations. Three items have the closed form λ₁ = √(s₁₂ s₁₃ / s₂₃); more are fitted by
 * maximum likelihood. Null (`heywood`) where a communality exceeds 1: alpha is the way back. Null for fewer than three
 * items, which one factor does not determine, and for an item that does not vary. Shown from n ≥ 50 on.
 */
export function omegaOfOneFactor(covariances: Matrix): Omega {
  const k = covariances.length;
  if (!isSoundTable(covariances, 'matrix') || (covariances[0]?.length ?? 0) !== k)
    return unknown('invalid-response');
  if (k < 2) return unknown('fewer-than-two-items');
  if (k < 3) return unknown('insufficient-n');
  if (covariances.some((row, item) => !((row[item] ?? 0) > 1e-12))) return unknown('no-variance');
  const model = k === 3 ? solveThreeItems(covariances) : fitOneFactor(covariances);
  if (model === null) return unknown('heywood');
  const common = sum(model.loadings) ** 2;
  const upward = sum(model.loadings) < 0 ? model.loadings.map((loading) => -loading) : model.loadings;
  return { value: common / (common + sum(model.unique)), reason: null, ...model, loadings: upward };
}

/** λ₁² of three items: s₁₂ s₁₃ / s₂₃. Null where the third covariance is 0 or one is missing. */
export function firstCommunality(covariances: Matrix): number | null {
  const [first = [], second = []] = covariances;
  const between = second[2] ?? 0;
  const communality = ((first[1] ?? NaN) * (first[2] ?? NaN)) / between;
  return Number.isFinite(communality) ? communality : null;
}

function solveThreeItems(covariances: Matrix): OneFactor | null {
  const turned = (by: number) => {
    const order = [0, 1, 2].map((place) => (place + by) % 3);
    return order.map((row) => order.map((column) => covariances[row]?.[column] ?? NaN));
  };
  const squares = [0, 1, 2].map((by) => firstCommunality(turned(by)) ?? NaN);
  const unique = squares.map((square, item) => (covariances[item]?.[item] ?? NaN) - square);
  if (!squares.every((square) => square > 0) || !unique.every((own) => own > 0)) return null;
  // Signs relative to the first item.
  const signs = [1, Math.sign(covariances[0]?.[1] ?? 1), Math.sign(covariances[0]?.[2] ?? 1)];
  return { loadings: squares.map((square, item) => (signs[item] ?? 1) * Math.sqrt(square)), unique };
}
