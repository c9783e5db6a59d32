import { sum } from './sum.ts';

export interface WeightedParts {
  readonly weights: readonly number[];
  readonly sd: readonly number[];
  /** Correlations between the parts, with 1 on the diagonal. */
  readonly cor: readonly (readonly number[])[];
}

/** Share of each part in w′Vw: w_i (Vw)_i, so that they add up to the variance of the composite. */
function contributions({ weights, sd, cor }: WeightedParts): readonly number[] {
  const scaled = weights.map((weight, part) => weight * (sd[part] ?? NaN));
  return scaled.map(
    (own, part) => own * sum(scaled.map((other, index) => other * (cor[part]?.[index] ?? NaN))),
  );
}

/** w′Vw of a weighted sum of parts; V from SDs and correlations. Lists of unequal length throw. */
export function compositeVariance(parts: WeightedParts): number {
  const variance = sum(contributions(parts));
  if (!Number.isFinite(variance)) throw new RangeError('weights, sd and cor must have the same length');
  return variance;
}

/** Effective weights w_i (Vw)_i / w′Vw; they add up to 1. Null where the composite does not vary. */
export function effectiveWeights(parts: WeightedParts): readonly number[] | null {
  const variance = compositeVariance(parts);
  return variance < 1e-12 ? null : contributions(parts).map((share) => share / variance);
}

/**
 * Reliability of a weighted composite (Mosier 1943): 1 − Σ w² s² (1 − r) / w′Vw, errors of the parts uncorrelated.
 * Null where the composite does not vary.
 */
export function compositeReliability(parts: WeightedParts, reliability: readonly number[]): number | null {
  const variance = compositeVariance(parts);
  if (variance < 1e-12) return null;
  const error = parts.weights.map(
    (weight, part) => (weight * (parts.sd[part] ?? NaN)) ** 2 * (1 - (reliability[part] ?? NaN)),
  );
  return 1 - sum(error) / variance;
}
