import type { Intake, Requisition } from '../requisition/requisition.ts';
import { discloseJudgment } from './disclose-judgment.ts';
import type { MeasuredColumn } from './measure-column.ts';
import type { JudgmentColumn, Standing } from './standing.ts';
import type { ColumnPrecision } from './column-precision.ts';

/** The columns that may be read, the deciding one first. Judgment that is kept back is in no picture either. */
export function shownColumns(
  { decidingColumn }: Intake,
  requisition: Requisition,
  judgment: Pick<JudgmentColumn, 'keyStatus'>,
): readonly MeasuredColumn[] {
  if (discloseJudgment(judgment, requisition) === 'kept-back') return ['written'];
  return decidingColumn === 'written' ? ['written', 'judgment'] : ['judgment', 'written'];
}

/** The columns that a list may be sorted by: those that may be read and have a band. */
export function sortableColumns(
  intake: Intake,
  requisition: Requisition,
  precision: ColumnPrecision,
  anybody: { readonly judgment: Pick<JudgmentColumn, 'keyStatus'> } | undefined,
): readonly MeasuredColumn[] {
  if (anybody === undefined) return [];
  return shownColumns(intake, requisition, anybody.judgment).filter((column) => {
    const known = precision[column];
    return known !== null && known.kind !== 'cannot-be-established' && known.reliability > 0;
  });
}

export const scoreOf = (column: MeasuredColumn, { judgment, written }: Standing): number | null =>
  column === 'judgment' ? judgment.score.value : written.value;
