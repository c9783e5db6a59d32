import { unknown, type NoFigureReason } from '../kernel/estimate.ts';
import { agreementWeights, type AgreementWeights } from './agreement-weights.ts';
import { isSoundTable, type DataTable } from './sound-data.ts';
import { sum } from './sum.ts';

export interface GwetAgreement {
  readonly reason: null;
  readonly value: number;
  readonly observed: number;
  readonly expected: number;
  /** Null for one subject. */
  readonly se: number | null;
  readonly n: number;
}

/**
 * Gwet's AC1 (unweighted, 2008) and AC2 (weighted, 2014): (p_a − p_e) / (1 − p_e). p_a is the mean over subjects with two
 * ratings or more of Σ r_c (r*_c − 1) / (r (r − 1)), r* = W r; p_e = T_w / (q (q − 1)) Σ π_c (1 − π_c) with T_w the sum of
 * all weights, π the mean shares over subjects with a rating, q the number of levels, also unused ones. It does not
 * fall where one level holds most ratings, as kappa does. Rows are subjects, null a missing rating. Null without a
 * subject rated twice, for a scale of fewer than two levels or with one named twice, and for a rating off the scale.
 */
export function gwetAgreement(
  data: DataTable,
  weights: AgreementWeights,
  scale?: readonly number[],
): GwetAgreement | { readonly value: null; readonly reason: NoFigureReason } {
  if (!isSoundTable(data, 'data')) return unknown('invalid-response');
  const levels = scale ?? levelsOf(data);
  if (data.flat().some((rating) => rating !== null && !levels.includes(rating)))
    return unknown('invalid-response');
  const patterns = new Map<string, Pattern>();
  for (const row of data) {
    const counts = levels.map((level) => row.filter((rating) => rating === level).length);
    const known = patterns.get(counts.join());
    patterns.set(counts.join(), { counts, times: (known?.times ?? 0) + 1 });
  }
  return gwetOfPatterns([...patterns.values()], weights, levels);
}

/** How often each level of the scale was given to a subject, and how many subjects have that. */
export interface Pattern {
  readonly counts: readonly number[];
  readonly times: number;
}

/** The same for subjects that were counted before. */
export function gwetOfPatterns(
  patterns: readonly Pattern[],
  weights: AgreementWeights,
  levels: readonly number[],
): GwetAgreement | { readonly value: null; readonly reason: NoFigureReason } {
  const rated = patterns.filter(({ counts, times }) => sum(counts) > 0 && times > 0);
  if (!rated.some(({ counts }) => sum(counts) > 1)) return unknown('no-pairable-values');
  if (new Set(levels).size < Math.max(2, levels.length)) return unknown('no-variance');
  return agreementOf(rated, agreementWeights(levels, weights));
}

function agreementOf(patterns: readonly Pattern[], weights: readonly (readonly number[])[]): GwetAgreement {
  const over = (of: (pattern: Pattern, place: number) => number) =>
    sum(patterns.map((pattern, place) => pattern.times * of(pattern, place)));
  const n = over(() => 1);
  const twice = over(({ counts }) => Number(sum(counts) > 1));
  const q = weights.length;
  const shares = weights.map((_, c) => over(({ counts }) => (counts[c] ?? NaN) / sum(counts)) / n);
  const scale = sum(weights.flat()) / (q * (q - 1));
  const agreed = patterns.map(({ counts }) => agreedOn(counts, weights));
  const observed = over((_, place) => agreed[place] ?? NaN) / twice;
  const expected = scale * sum(shares.map((share) => share * (1 - share)));
  const value = (observed - expected) / (1 - expected);
  const squares = over(({ counts }, place) => {
    const own = sum(counts) > 1 ? (n / twice) * ((agreed[place] ?? NaN) - expected) : 0;
    const chance = (scale * sum(counts.map((r, c) => r * (1 - (shares[c] ?? NaN))))) / sum(counts) - expected;
    return ((own - 2 * (1 - value) * chance) / (1 - expected) - value) ** 2;
  });
  return {
    reason: null,
    value,
    observed,
    expected,
    se: n < 2 ? null : Math.sqrt(squares / (n * (n - 1))),
    n,
  };
}

/** Weighted share of pairs of raters who agree on one subject; 0 for a subject rated once. */
function agreedOn(row: readonly number[], weights: readonly (readonly number[])[]): number {
  const r = sum(row);
  if (r < 2) return 0;
  const near = weights.map((own) => sum(own.map((weight, c) => weight * (row[c] ?? NaN))));
  return sum(row.map((own, c) => own * ((near[c] ?? NaN) - 1))) / (r * (r - 1));
}

const levelsOf = (data: DataTable): readonly number[] =>
  [...new Set(data.flat().filter((rating) => rating !== null))].sort((a, b) => a - b);
