import { isSelection, type Selection } from './impact-ratio.ts';
import { sum } from './sum.ts';

export interface AuditedCategory extends Selection {
  readonly category: string;
}

export interface AuditRow {
  readonly category: string;
  /** Of all people in a known category. */
  readonly share: number | null;
  readonly rate: number | null;
  /** Null for an excluded category, and where the highest rate is 0. */
  readonly ratio: number | null;
  /** Below 2 % of the data: the auditor may exclude it, and its number and rate are still listed. */
  readonly isSmall: boolean;
}

export interface AuditTable {
  readonly total: number;
  readonly rows: readonly AuditRow[];
  /** Why no category has a ratio. */
  readonly reason: 'highest-rate-zero' | null;
}

/**
 * A table of New York City's bias audit (6 RCNY 5-301): the rate of each category, of people selected or of people who
 * score above the median, and its ratio to the highest rate. An excluded category has no ratio and cannot be the
 * reference; exactly 2 % is not small. People of unknown category are not in the table. Compared in whole numbers.
 */
export function auditRates(
  categories: readonly AuditedCategory[],
  { excludeSmall = false } = {},
): AuditTable {
  const total = sum(categories.map((one) => one.total));
  const isSmall = (one: Selection) => 50 * one.total < total;
  const compared = categories.filter((one) => isSelection(one) && !(excludeSmall && isSmall(one)));
  const [first, ...others] = compared;
  const highest = others.reduce(
    (best, one) => (best !== undefined && one.selected * best.total > best.selected * one.total ? one : best),
    first,
  );
  const reference = highest === undefined || highest.selected === 0 ? null : highest;
  const rows = categories.map((one): AuditRow => ({
    category: one.category,
    share: total === 0 ? null : one.total / total,
    rate: isSelection(one) ? one.selected / one.total : null,
    ratio:
      reference === null || !compared.includes(one)
        ? null
        : (one.selected * reference.total) / (reference.selected * one.total),
    isSmall: isSmall(one),
  }));
  return { total, rows, reason: reference === null ? 'highest-rate-zero' : null };
}
