import { isInTheRunning } from '../../core/applicant/applicant.ts';
import { areDistinguishable, type Measured } from '../../core/psychometrics/are-distinguishable.ts';
import type { Precision } from '../../core/psychometrics/precision.ts';
import { measureColumn, wholeError } from '../../core/scoring/measure-column.ts';
import type { ScoreColumn } from '../../core/scoring/score-column.ts';
import type { Standing } from '../../core/scoring/standing.ts';
import { formatCount } from '../../presentation/format-count.ts';
import type { ApplicantList, ScoreOrder } from './list-applicants.ts';

/** What stands between two rows of a sorted list. */
export interface ListLine {
  /** Index of the row it follows; −1 stands above the first. */
  readonly after: number;
  readonly text: string;
}

/**
 * Where two relations begin and end in a list sorted by a score: not distinguishable from the highest, and from the last
 * place. They overlap where bands are wide, and both say that the order in between means nothing.
 */
export function listLines(list: ApplicantList): readonly ListLine[] {
  const { order, rows, intake } = list;
  if (order === null) return [];
  const shown = order.following === null ? rows : [...rows, order.following];
  const highest = shown.map((row) => isLike(list, order, order.highest, row));
  const lastPlace = shown.map((row) => isLike(list, order, order.lastPlace, row));
  const places = formatCount(intake.places, 'place', 'places');
  return [
    ...ending(highest, rows.length, 'Down to here: not distinguishable from the highest'),
    ...beginning(lastPlace, rows.length, `From here: not distinguishable from the last of ${places}`),
    ...ending(lastPlace, rows.length, `Down to here: not distinguishable from the last of ${places}`),
  ];
}

function isLike(
  { precision }: ApplicantList,
  { column }: ScoreOrder,
  other: Standing | null,
  row: Standing,
): boolean {
  const known = precision[column];
  if (other === null || known === null) return false;
  const [left, right] = [measureColumn(column, other, known), measured(column, row, known)];
  return left !== null && right !== null && !areDistinguishable(left, right);
}

/**
 * Whoever is out of the running is like somebody only where everybody would be: as if nothing of theirs were missing, so
 * that a line never moves because of them.
 */
function measured(column: ScoreColumn, row: Standing, known: Precision): Measured | null {
  const own = measureColumn(column, row, known);
  const sem = wholeError(known);
  return own === null || sem === null || isInTheRunning(row) ? own : { ...own, sem };
}

/** After the last row of a page that is like the other one, if somebody comes after who is not. */
function ending(alike: readonly boolean[], rows: number, text: string): readonly ListLine[] {
  const last = alike.lastIndexOf(true);
  return last >= 0 && last < rows && last + 1 < alike.length ? [{ after: last, text }] : [];
}

/** Before the first row of a page that is like the other one, if somebody comes before who is not. */
function beginning(alike: readonly boolean[], rows: number, text: string): readonly ListLine[] {
  const first = alike.indexOf(true);
  return first > 0 && first < rows ? [{ after: first - 1, text }] : [];
}
