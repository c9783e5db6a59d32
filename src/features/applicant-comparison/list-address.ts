import type { ScoreColumn } from '../../core/scoring/score-column.ts';
import { columnAddress } from './list-column.ts';
import { currentIntake } from '../../core/requisition/requisition.ts';
import type { ApplicantList } from './list-applicants.ts';
import type { ListFilter } from './list-filter.ts';

export type Asked = readonly { readonly name: string; readonly value: string }[];

/** The filter as the address says it. */
export function askedOf(filter: ListFilter, rubric: ApplicantList['rubric']): Asked {
  const { stage, evidence, label, couldBe, levels, finishedFrom, finishedTo, note } = filter;
  const single = { stage, evidence, label, 'finished-from': finishedFrom, 'finished-to': finishedTo, note };
  return [
    ...Object.entries(single).flatMap(([name, value]) => (value === null ? [] : [{ name, value }])),
    ...levels.map(({ criterion, atLeast }) => ({ name: 'level', value: `${criterion}~${atLeast}` })),
    ...(couldBe === null
      ? []
      : [
          { name: 'could-be', value: String(couldBe.atLeast) },
          { name: 'on', value: columnAddress(couldBe.column, rubric) },
        ]),
  ];
}

/** Null in the running intake. */
export const intakeOf = ({
  requisition,
  intake,
}: Pick<ApplicantList, 'requisition' | 'intake'>): string | null =>
  intake.id === currentIntake(requisition).id ? null : intake.id;

type Addressed = Pick<ApplicantList, 'requisition' | 'intake' | 'chosen' | 'rubric'>;

/** The list narrowed and sorted like that, with the same intake and ticks, from its first page. */
export function addressOf(list: Addressed, filter: ListFilter, sort: ScoreColumn | null): string {
  const query = queryOf(list, filter, sort);
  return `/requisitions/${list.requisition.id}/applicants${query === '' ? '' : `?${query}`}`;
}

export function queryOf(list: Addressed, filter: ListFilter, sort: ScoreColumn | null): string {
  const intake = intakeOf(list);
  return [
    ...askedOf(filter, list.rubric).map(({ name, value }) => `${name}=${encodeURIComponent(value)}`),
    ...(intake === null ? [] : [`intake=${intake}`]),
    ...(sort === null ? [] : [`sort=${columnAddress(sort, list.rubric)}`]),
    ...list.chosen.map((id) => `applicant=${id}`),
  ].join('&');
}
