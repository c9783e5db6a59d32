import { STAGES } from '../../core/applicant/applicant.ts';
import { emptyForm, fieldFor } from '../../http/form-state.ts';
import type { Field, FilterBar, Link, Select } from '../../http/parts.ts';
import { stageChip } from '../../presentation/standing-words.ts';
import type { Asked } from './list-address.ts';
import type { ApplicantList } from './list-applicants.ts';
import { columnAddress, columnName } from './list-column.ts';
import { EVIDENCE_KINDS } from '../../core/scoring/standing.ts';

export const EVIDENCE_NAMES: Readonly<Record<(typeof EVIDENCE_KINDS)[number], string>> = {
  invited: 'Invited',
  'in-progress': 'In progress',
  'waiting-for-rating': 'Waiting for rating',
  'waiting-for-third': 'Waiting for a third',
  stopped: 'Not rated, withdrawn',
  complete: 'Complete',
  'part-missing': 'Part missing',
};

type Controls = FilterBar['controls'];

/** Above the list: what it may be narrowed to. `keep` is what the address says besides. */
export function filterBar(list: ApplicantList, at: string, keep: Asked, clear: Link | null): FilterBar {
  const { filter } = list;
  const stages = STAGES.map((value) => ({ value, label: stageChip(value).label }));
  const kinds = EVIDENCE_KINDS.map((value) => ({ value, label: EVIDENCE_NAMES[value] }));
  const notes = [{ value: 'own', label: 'With a note of mine' }];
  return {
    label: 'Narrow the list',
    action: at,
    keep: [...keep],
    controls: [
      { kind: 'select', select: selectFor('stage', 'Stage', filter.stage, [ANY, ...stages]) },
      { kind: 'select', select: selectFor('evidence', 'Evidence', filter.evidence, [ANY, ...kinds]) },
      { kind: 'field', field: textFor('label', 'Label', filter.label ?? '', null) },
      ...scoreControls(list),
      ...levelControls(list),
      ...dayControls(list),
      { kind: 'select', select: selectFor('note', 'Notes', filter.note, [ANY, ...notes]) },
    ],
    apply: 'Show',
    clear,
  };
}

function scoreControls(list: ApplicantList): Controls {
  const { filter, sortable, typed, rubric } = list;
  const columns = sortable.map((column) => ({
    value: columnAddress(column, rubric),
    label: columnName(column, rubric),
  }));
  const on = filter.couldBe?.column ?? sortable[0];
  if (on === undefined) return [];
  const problem = typed.score === '' || filter.couldBe !== null ? null : SCORE_PROBLEM;
  return [
    { kind: 'select', select: selectFor('on', 'Score on', columnAddress(on, rubric), columns) },
    { kind: 'field', field: textFor('could-be', 'Could be at least', typed.score, problem) },
  ];
}

/** One select a criterion, all of one name; each value names its criterion. */
const levelControls = ({ rubric, filter }: ApplicantList): Controls =>
  rubric.criteria.map(({ id, label }) => {
    const asked = filter.levels.find(({ criterion }) => criterion === id);
    const options = [2, 3, 4, 5].map((level) => ({
      value: `${id}~${level}`,
      label: level === 5 ? 'Level 5 shown' : `Level ${level} or more shown`,
    }));
    const value = asked === undefined ? null : `${id}~${asked.atLeast}`;
    const select = selectFor('level', label, value, [ANY, ...options]);
    return { kind: 'select' as const, select: { ...select, id: `level-${id}` } };
  });

function dayControls({ typed, filter }: ApplicantList): Controls {
  const day = (name: string, label: string, value: string, read: string | null) => ({
    kind: 'field' as const,
    field: {
      ...textFor(name, label, value, value === '' || read !== null ? null : DAY_PROBLEM),
      type: 'date' as const,
    },
  });
  return [
    day('finished-from', 'Finished from', typed.finishedFrom, filter.finishedFrom),
    day('finished-to', 'Finished until', typed.finishedTo, filter.finishedTo),
  ];
}

const ANY = { value: '', label: 'Any' };
const SCORE_PROBLEM = 'Type a whole number from 0 to 100. The list is not narrowed by it now.';
const DAY_PROBLEM = 'Type a day such as 2026-03-02. The list is not narrowed by it now.';

const selectFor = (
  name: string,
  label: string,
  value: string | null,
  options: Select['options'],
): Select => ({ id: name, name, label, hint: null, error: null, value: value ?? '', options });

const textFor = (name: string, label: string, value: string, error: string | null): Field => ({
  ...fieldFor(emptyForm, { name, label, required: false, autocomplete: 'off' }),
  value,
  error,
});
