import type { Stage } from '../../core/applicant/applicant.ts';
import { scoreBand } from '../../core/psychometrics/score-band.ts';
import type { ColumnPrecision } from '../../core/scoring/column-precision.ts';
import { measureColumn, type MeasuredColumn } from '../../core/scoring/measure-column.ts';
import type { Evidence, Standing } from '../../core/scoring/standing.ts';

export const EVIDENCE_KINDS = [
  'invited',
  'in-progress',
  'waiting-for-rating',
  'waiting-for-third',
  'stopped',
  'complete',
  'part-missing',
] as const satisfies readonly Evidence['kind'][];

/** Whom a list is narrowed to; null where a field does not narrow it. */
export interface ListFilter {
  readonly stage: Stage | null;
  readonly evidence: Evidence['kind'] | null;
  /** The whole label of one applicant. */
  readonly label: string | null;
  /** Everybody whose band on a column reaches the score. */
  readonly couldBe: { readonly column: MeasuredColumn; readonly atLeast: number } | null;
}

export const isNarrowed = (filter: ListFilter): boolean =>
  Object.values(filter).some((value) => value !== null);

/** What the filter asks of one applicant. A score without a band reaches nothing. */
export function passes(filter: ListFilter, standing: Standing, precision: ColumnPrecision): boolean {
  const { stage, evidence, label, couldBe } = filter;
  return (
    (stage === null || standing.stage === stage) &&
    (evidence === null || standing.evidence.kind === evidence) &&
    (label === null || standing.label === label) &&
    (couldBe === null || reaches(couldBe, standing, precision))
  );
}

function reaches(
  { column, atLeast }: NonNullable<ListFilter['couldBe']>,
  standing: Standing,
  precision: ColumnPrecision,
): boolean {
  const known = precision[column];
  const measured = known === null ? null : measureColumn(column, standing, known);
  return measured !== null && scoreBand(measured.score, measured.sem).upper >= atLeast;
}
