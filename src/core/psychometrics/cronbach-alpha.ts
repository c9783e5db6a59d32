import { mean } from './mean.ts';
import { sampleVariance } from './sample-variance.ts';

/** Rows are persons, columns items; null is a missing value. */
export type PersonsByItems = readonly (readonly (number | null)[])[];

export type Reliability =
  | { readonly value: number; readonly n: number; readonly k: number; readonly reason: null }
  | {
      readonly value: null;
      readonly n: number;
      readonly k: number;
      readonly reason: 'fewer-than-two-items' | 'insufficient-n' | 'no-variance';
    };

/**
 * Cronbach's alpha (1951) = k/(k−1) · (1 − Σ s_i² / s_T²), sample variances, persons with a missing value left out
 * (listwise; n counts who is left). A negative alpha is returned as it is. Null for one item, for fewer than two
 * complete persons, and where the total score does not vary. Shown from n ≥ 50 on only; that is the caller's rule.
 */
export function cronbachAlpha(data: PersonsByItems): Reliability {
  const k = data[0]?.length ?? 0;
  const rows = data.filter((row): row is readonly number[] => row.every((value) => value !== null));
  const n = rows.length;
  if (k < 2) return { value: null, n, k, reason: 'fewer-than-two-items' };
  if (n < 2) return { value: null, n, k, reason: 'insufficient-n' };
  const total = sampleVariance(rows.map((row) => mean(row) * k));
  if (total < 1e-12) return { value: null, n, k, reason: 'no-variance' };
  const items = Array.from({ length: k }, (_, item) => sampleVariance(rows.map((row) => row[item] ?? 0)));
  return { value: (k / (k - 1)) * (1 - sum(items) / total), n, k, reason: null };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
