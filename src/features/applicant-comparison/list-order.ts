import { LEAST_ATTEMPTS, LEAST_DOUBLE_RATINGS } from '../../core/psychometrics/precision.ts';
import { isSlot, SLOTS, type ScoreColumn } from '../../core/scoring/score-column.ts';
import { formatList } from '../../presentation/format-list.ts';
import { countedUpTo } from './counted-up-to.ts';
import { addressOf } from './list-address.ts';
import type { ApplicantList } from './list-applicants.ts';
import { columnName, COLUMN_NAMES } from './list-column.ts';

/** Head of a column; `href` sorts by it, null where that is not offered. */
export interface SortHead {
  readonly label: string;
  readonly href: string | null;
  readonly sorted: boolean;
}

export const sortHead = (list: ApplicantList, column: ScoreColumn | undefined, label: string): SortHead => ({
  label,
  href: column !== undefined && list.sortable.includes(column) ? addressOf(list, list.filter, column) : null,
  sorted: list.order?.column === column,
});

/** Which columns have a band, because only those have an order. */
export function sortNote({ sortable, rubric }: ApplicantList): string {
  const without = rubric.criteria.filter((_, place) => !sortable.some((one) => one === SLOTS[place]));
  if (without.length === 0) return 'Every column with a link can be sorted by.';
  const all = without.length === rubric.criteria.length;
  const none = all
    ? 'A single criterion has none'
    : `None yet for ${formatList(without.map(({ label }) => label))}`;
  return `Columns with a band can be sorted by. ${none}: it takes two prompts, ${LEAST_ATTEMPTS} finished attempts and ${LEAST_DOUBLE_RATINGS} responses read twice, with a reliability above 0.`;
}

/** What the order means, because readers take every order for a ranking. */
export function orderWords({ order, rubric, intake }: ApplicantList): string {
  if (order === null) {
    return 'The order is one shuffle for this intake, the same for everybody; it says nothing about the applicants.';
  }
  const without =
    order.withoutScore === 0
      ? ''
      : ` ${countedUpTo(order.withoutScore)} ${order.withoutScore === 1 ? 'applicant has' : 'applicants have'} no score on it and ${order.withoutScore === 1 ? 'is' : 'are'} not in this order.`;
  const decides = isSlot(order.column)
    ? ` Places are decided on ${COLUMN_NAMES[intake.decidingColumn]}, not on one criterion.`
    : '';
  return `Sorted by ${columnName(order.column, rubric)}. Among people who are not distinguishable the order means nothing.${decides}${without}`;
}
