import type { Intake, Requisition } from '../requisition/requisition.ts';
import { discloseJudgment } from './disclose-judgment.ts';
import type { JudgmentColumn } from './standing.ts';
import type { ScorePrecision } from './column-precision.ts';
import { type MeasuredColumn, SLOTS, type ScoreColumn } from './score-column.ts';

/** The columns that may be read, the deciding one first. Judgment that is kept back is in no picture either. */
export function shownColumns(
  { decidingColumn }: Intake,
  requisition: Requisition,
  judgment: Pick<JudgmentColumn, 'keyStatus'>,
): readonly MeasuredColumn[] {
  if (discloseJudgment(judgment, requisition) === 'kept-back') return ['written'];
  return decidingColumn === 'written' ? ['written', 'judgment'] : ['judgment', 'written'];
}

/** The columns that a list may be sorted by: those that may be read and have a band, criteria in their own order behind. */
export function sortableColumns(
  intake: Intake,
  requisition: Requisition,
  precision: ScorePrecision,
  anybody: { readonly judgment: Pick<JudgmentColumn, 'keyStatus'> } | undefined,
): readonly ScoreColumn[] {
  if (anybody === undefined) return [];
  return [...shownColumns(intake, requisition, anybody.judgment), ...SLOTS].filter((column) =>
    hasBand(precision, column),
  );
}

/** Whether bands can be drawn on a column: a coefficient of 0 or less makes none. */
export function hasBand(precision: ScorePrecision, column: ScoreColumn | undefined): boolean {
  const known = column === undefined ? null : precision[column];
  return known !== null && known.kind !== 'cannot-be-established' && known.reliability > 0;
}
