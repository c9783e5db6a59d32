import { formatDate } from '../../presentation/format-date.ts';
import { stageChip } from '../../presentation/standing-words.ts';
import { EVIDENCE_NAMES } from './filter-bar.ts';
import { addressOf } from './list-address.ts';
import type { ApplicantList } from './list-applicants.ts';
import { columnName } from './list-column.ts';
import type { ListFilter } from './list-filter.ts';

/** One condition that narrows the list, and the list without it. */
export interface FilterChip {
  readonly text: string;
  readonly remove: string;
}

export function filterChips(list: ApplicantList): readonly FilterChip[] {
  const { filter } = list;
  const chip = (text: string, without: Partial<ListFilter>): FilterChip => ({
    text,
    remove: addressOf(list, { ...filter, ...without }, list.order?.column ?? null),
  });
  const { stage, evidence, label, couldBe, finishedFrom, finishedTo, note } = filter;
  return [
    ...(stage === null ? [] : [chip(`Stage: ${stageChip(stage).label}`, { stage: null })]),
    ...(evidence === null ? [] : [chip(`Evidence: ${EVIDENCE_NAMES[evidence]}`, { evidence: null })]),
    ...(label === null ? [] : [chip(`Label: ${label}`, { label: null })]),
    ...(couldBe === null
      ? []
      : [
          chip(`${columnName(couldBe.column, list.rubric)} could be at least ${couldBe.atLeast}`, {
            couldBe: null,
          }),
        ]),
    ...filter.levels.map((asked) =>
      chip(`${criterionLabel(list, asked.criterion)}: level ${asked.atLeast} or more shown`, {
        levels: filter.levels.filter((other) => other !== asked),
      }),
    ),
    ...(finishedFrom === null
      ? []
      : [chip(`Finished from ${dayWords(finishedFrom)}`, { finishedFrom: null })]),
    ...(finishedTo === null ? [] : [chip(`Finished until ${dayWords(finishedTo)}`, { finishedTo: null })]),
    ...(note === null ? [] : [chip('With a note of mine', { note: null })]),
  ];
}

const dayWords = (day: string): string => formatDate(new Date(`${day}T00:00:00Z`));

const criterionLabel = ({ rubric }: ApplicantList, criterion: string): string =>
  rubric.criteria.find(({ id }) => id === criterion)?.label ?? criterion;
