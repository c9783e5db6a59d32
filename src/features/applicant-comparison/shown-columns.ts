import type { Intake, Requisition } from '../../core/requisition/requisition.ts';
import { discloseJudgment } from '../../core/scoring/disclose-judgment.ts';
import type { MeasuredColumn } from '../../core/scoring/measure-column.ts';
import type { JudgmentColumn } from '../../core/scoring/standing.ts';

/** The columns that may be read, the deciding one first. Judgment that is kept back is in no picture either. */
export function shownColumns(
  { decidingColumn }: Intake,
  requisition: Requisition,
  judgment: JudgmentColumn,
): readonly MeasuredColumn[] {
  if (discloseJudgment(judgment, requisition) === 'kept-back') return ['written'];
  return decidingColumn === 'written' ? ['written', 'judgment'] : ['judgment', 'written'];
}
