import type { RubricVersion } from '../../core/rubric/rubric.ts';
import type { ScoreColumn } from '../../core/scoring/score-column.ts';
import { columnOf } from './list-column.ts';
import type { ListFilter } from './list-filter.ts';
import type { ApplicantsRequest } from './requests.ts';

/**
 * What of the address narrows the list: a column that may not be read and a criterion of another version narrow nothing.
 * The filter would tell what the page keeps back.
 */
export function readFilter(
  asked: ApplicantsRequest,
  sortable: readonly ScoreColumn[],
  rubric: Pick<RubricVersion, 'criteria'>,
): ListFilter {
  const { stage, evidence, label, note, on, 'could-be': typed } = asked;
  const column = sortable.find((one) => one === columnOf(on, rubric));
  const isScore = /^(\d{1,2}|100)$/.test(typed) && column !== undefined;
  return {
    ...{ stage, evidence, label, note },
    couldBe: isScore ? { column, atLeast: Number(typed) } : null,
    levels: rubric.criteria.flatMap(({ id }) => asked.level.find(({ criterion }) => criterion === id) ?? []),
    finishedFrom: dayOf(asked['finished-from']),
    finishedTo: dayOf(asked['finished-to']),
  };
}

const dayOf = (typed: string): string | null =>
  /^\d{4}-\d{2}-\d{2}$/.test(typed) && !Number.isNaN(Date.parse(typed)) ? typed : null;
