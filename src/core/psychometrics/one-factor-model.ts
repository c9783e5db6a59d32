import type { Matrix } from './covariance-matrix.ts';
import { invertMatrix } from './invert-matrix.ts';
import { sum } from './sum.ts';

export interface OneFactor {
  readonly loadings: readonly number[];
  /** Variances of what is left of each item; their names in the literature are uniquenesses or θ. */
  readonly unique: readonly number[];
}

const MOST_STEPS = 200;
const CLOSE = 1e-13;
/** Below this share of an item's variance its own part counts as gone: a communality of 1 or more. */
const LEAST_UNIQUE_SHARE = 1e-5;

/**
 * One-factor model Σ = λλ′ + diag(θ) by maximum likelihood: Fisher scoring on F = log|Σ| + tr(S Σ⁻¹) from a centroid start,
 * with step halving. Input: covariances or correlations of four items or more (three have a closed form). Null where
 * the best solution is not admissible (a θ of 0) or none was found.
 */
export function fitOneFactor(covariances: Matrix): OneFactor | null {
  let model = centroidStart(covariances);
  let misfit = misfitOf(covariances, model);
  for (let step = 1; step <= MOST_STEPS; step += 1) {
    const direction = scoringStep(covariances, model);
    const next = direction === null ? null : improve(covariances, model, direction, misfit);
    if (next === null) return isAdmissible(covariances, model) ? model : null;
    const gain = misfit - next.misfit;
    ({ model, misfit } = next);
    if (gain < CLOSE) return isAdmissible(covariances, model) ? model : null;
  }
  return null;
}

function centroidStart(covariances: Matrix): OneFactor {
  const variances = diagonal(covariances);
  const all = Math.max(sum(covariances.flat()), sum(variances) * 0.1);
  const loadings = covariances.map((row, item) => {
    const most = 0.9 * Math.sqrt(variances[item] ?? 0);
    return Math.max(-most, Math.min(most, sum(row) / Math.sqrt(all)));
  });
  return { loadings, unique: variances.map((variance, item) => variance - (loadings[item] ?? 0) ** 2) };
}

const diagonal = (matrix: Matrix): readonly number[] => matrix.map((row, item) => row[item] ?? 0);

/** Σ⁻¹ by Sherman and Morrison, with log|Σ|. */
function invertModel({ loadings, unique }: OneFactor): { readonly inverse: Matrix; readonly logDet: number } {
  const scaled = loadings.map((loading, item) => loading / (unique[item] ?? NaN));
  const scale = 1 + sum(loadings.map((loading, item) => loading * (scaled[item] ?? 0)));
  const inverse = scaled.map((left, row) =>
    scaled.map((right, column) => (row === column ? 1 / (unique[row] ?? NaN) : 0) - (left * right) / scale),
  );
  return { inverse, logDet: sum(unique.map(Math.log)) + Math.log(scale) };
}

function misfitOf(covariances: Matrix, model: OneFactor): number {
  const { inverse, logDet } = invertModel(model);
  return logDet + sum(covariances.map((row, item) => dot(row, inverse[item] ?? [])));
}

const dot = (left: readonly number[], right: readonly number[]): number =>
  sum(left.map((value, index) => value * (right[index] ?? 0)));
const times = (matrix: Matrix, vector: readonly number[]): readonly number[] =>
  matrix.map((row) => dot(row, vector));

/** Step of Fisher scoring for loadings, then unique variances; null where the information has no inverse. */
function scoringStep(covariances: Matrix, model: OneFactor): readonly number[] | null {
  const { loadings } = model;
  const { inverse: w } = invertModel(model);
  // Σ⁻¹ (Σ − S) Σ⁻¹ = Σ⁻¹ − Σ⁻¹ S Σ⁻¹.
  const wsw = w.map((row) => times(w, times(covariances, row)));
  const slope = w.map((row, i) => row.map((value, j) => value - (wsw[i]?.[j] ?? 0)));
  const gradient = [...times(slope, loadings).map((value) => 2 * value), ...diagonal(slope)];
  const wl = times(w, loadings);
  const lwl = dot(loadings, wl);
  const cross = w.map((row, i) => row.map((value) => value * (wl[i] ?? 0)));
  const information = [
    ...w.map((row, i) => [
      ...row.map((value, j) => value * lwl + (wl[i] ?? 0) * (wl[j] ?? 0)),
      ...row.map((value, j) => value * (wl[j] ?? 0)),
    ]),
    ...cross.map((row, i) => [...row, ...(w[i] ?? []).map((value) => value ** 2 / 2)]),
  ];
  const solved = invertMatrix(information.map((row) => row.map((value) => 2 * value)));
  return solved === null ? null : times(solved, gradient).map((value) => -value);
}

interface Fitted {
  readonly model: OneFactor;
  readonly misfit: number;
}

/** The longest of ever shorter steps that fits better; unique variances stay positive. Null where none does. */
function improve(
  covariances: Matrix,
  from: OneFactor,
  step: readonly number[],
  misfit: number,
): Fitted | null {
  const k = from.loadings.length;
  for (let length = 1; length > 1e-6; length /= 2) {
    const model = {
      loadings: from.loadings.map((loading, item) => loading + length * (step[item] ?? 0)),
      unique: from.unique.map((own, item) => Math.max(own + length * (step[k + item] ?? 0), own * 0.1)),
    };
    const reached = misfitOf(covariances, model);
    if (reached <= misfit) return { model, misfit: reached };
  }
  return null;
}

function isAdmissible(covariances: Matrix, { unique }: OneFactor): boolean {
  const variances = diagonal(covariances);
  return unique.every((own, item) => own > LEAST_UNIQUE_SHARE * (variances[item] ?? 0));
}
