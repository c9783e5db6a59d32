/**
 * Weighted mean of scores, Σ w s / Σ w over those that are there. What a missing score does is the policy's: `strict`
 * makes no mean, `renormalise` shares its weight among the others. Null also where no weight is left, for a negative
 * weight, and for lists of unequal length.
 */
export function weightedMean(
  weights: readonly number[],
  scores: readonly (number | null)[],
  missing: 'strict' | 'renormalise',
): number | null {
  if (weights.length !== scores.length || weights.some((weight) => !(weight >= 0))) return null;
  if (missing === 'strict' && scores.includes(null)) return null;
  let [weighted, total] = [0, 0];
  for (const [part, score] of scores.entries()) {
    if (score === null) continue;
    weighted += (weights[part] ?? 0) * score;
    total += weights[part] ?? 0;
  }
  return total > 0 && Number.isFinite(weighted) ? weighted / total : null;
}
