import type { RubricVersion } from '../../core/rubric/rubric.ts';
import {
  type MeasuredColumn,
  isSlot,
  placeOfSlot,
  SLOTS,
  type ScoreColumn,
  type Slot,
} from '../../core/scoring/score-column.ts';

export const COLUMN_NAMES: Readonly<Record<MeasuredColumn, string>> = {
  judgment: 'Judgment',
  written: 'Written',
};

type Criteria = Pick<RubricVersion, 'criteria'>;

/** A column as an address names it: a criterion by its id, because its place may change with a version. */
export const COLUMN_ADDRESS = /^(written|judgment|criterion~[\w-]{1,80})$/;

export function columnAddress(column: ScoreColumn, rubric: Criteria): string {
  return isSlot(column) ? `criterion~${criterionAt(column, rubric)?.id ?? column}` : column;
}

/** Null for a criterion that the rubric version does not have. */
export function columnOf(address: string, { criteria }: Criteria): ScoreColumn | null {
  if (address === 'written' || address === 'judgment') return address;
  const place = criteria.findIndex(({ id }) => address === `criterion~${id}`);
  return SLOTS[place] ?? null;
}

export function columnName(column: ScoreColumn, rubric: Criteria): string {
  if (isSlot(column)) return criterionAt(column, rubric)?.label ?? column;
  return COLUMN_NAMES[column];
}

const criterionAt = (column: Slot, { criteria }: Criteria) => criteria[placeOfSlot(column)];
