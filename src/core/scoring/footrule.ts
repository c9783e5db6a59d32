export interface Footrule {
  /** F = Σ |rank − key rank|. */
  readonly distance: number;
  /** F of the complete reversal: ⌊n² / 2⌋. */
  readonly furthest: number;
  /** 1 − F / F_max, from 0 to 1. */
  readonly score: number;
  /** Near-miss points Σ (n − 1 − |rank − key rank|): 20 − F for five options. */
  readonly points: number;
}

/**
 * Spearman's footrule of an order against the key's, linear and easy to explain. Mid-ranks are allowed. Input: ranks of
 * the same options in the same order. Null for fewer than two options.
 */
export function footrule(ranks: readonly number[], key: readonly number[]): Footrule | null {
  if (ranks.length !== key.length) throw new RangeError('both lists must have the same length');
  const n = ranks.length;
  if (n < 2) return null;
  const distance = ranks.reduce((sum, rank, option) => sum + Math.abs(rank - (key[option] ?? 0)), 0);
  const furthest = Math.floor((n * n) / 2);
  return { distance, furthest, score: 1 - distance / furthest, points: n * (n - 1) - distance };
}
