import { STAGES } from '../../core/applicant/applicant.ts';
import { emptyForm, fieldFor } from '../../http/form-state.ts';
import type { FilterBar, Link, Select } from '../../http/parts.ts';
import { stageChip } from '../../presentation/standing-words.ts';
import type { ApplicantList } from './list-applicants.ts';
import { EVIDENCE_KINDS, type ListFilter } from './list-filter.ts';

type Asked = readonly { readonly name: string; readonly value: string }[];

export const COLUMN_NAMES = { written: 'Written', judgment: 'Judgment' } as const;
const EVIDENCE_NAMES: Readonly<Record<(typeof EVIDENCE_KINDS)[number], string>> = {
  invited: 'Invited',
  'in-progress': 'In progress',
  'waiting-for-rating': 'Waiting for rating',
  'waiting-for-third': 'Waiting for a third',
  stopped: 'Not rated, withdrawn',
  complete: 'Complete',
  'part-missing': 'Part missing',
};

/** The filter as the address says it. */
export function askedOf({ stage, evidence, label, couldBe }: ListFilter): Asked {
  const asked = { stage, evidence, label };
  return [
    ...Object.entries(asked).flatMap(([name, value]) => (value === null ? [] : [{ name, value }])),
    ...(couldBe === null
      ? []
      : [
          { name: 'could-be', value: String(couldBe.atLeast) },
          { name: 'on', value: couldBe.column },
        ]),
  ];
}

/** Above the list: what it may be narrowed to. `keep` is what the address says besides. */
export function filterBar(list: ApplicantList, at: string, keep: Asked, clear: Link | null): FilterBar {
  const { filter, sortable, typedScore } = list;
  const stages = STAGES.map((value) => ({ value, label: stageChip(value).label }));
  const kinds = EVIDENCE_KINDS.map((value) => ({ value, label: EVIDENCE_NAMES[value] }));
  const columns = sortable.map((value) => ({ value, label: COLUMN_NAMES[value] }));
  const on = filter.couldBe?.column ?? sortable[0] ?? 'written';
  return {
    label: 'Narrow the list',
    action: at,
    keep: [...keep],
    controls: [
      { kind: 'select', select: selectFor('stage', 'Stage', filter.stage, [ANY, ...stages]) },
      { kind: 'select', select: selectFor('evidence', 'Evidence', filter.evidence, [ANY, ...kinds]) },
      { kind: 'field', field: textFor('label', 'Label', filter.label ?? '', null) },
      ...(sortable.length === 0
        ? []
        : [
            { kind: 'select' as const, select: selectFor('on', 'Score on', on, columns) },
            {
              kind: 'field' as const,
              field: textFor('could-be', 'Could be at least', typedScore, scoreProblem(list)),
            },
          ]),
    ],
    apply: 'Show',
    clear,
  };
}

const ANY = { value: '', label: 'Any' };

const scoreProblem = ({ typedScore, filter }: ApplicantList): string | null =>
  typedScore === '' || filter.couldBe !== null
    ? null
    : 'Type a whole number from 0 to 100. The list is not narrowed by it now.';

const selectFor = (
  name: string,
  label: string,
  value: string | null,
  options: Select['options'],
): Select => ({ id: name, name, label, hint: null, error: null, value: value ?? '', options });

const textFor = (name: string, label: string, value: string, error: string | null) => ({
  ...fieldFor(emptyForm, { name, label, required: false, autocomplete: 'off' }),
  value,
  error,
});
