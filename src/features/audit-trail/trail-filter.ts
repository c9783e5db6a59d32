import { emptyForm, fieldFor } from '../../http/form-state.ts';
import type { Field, FilterBar, Select } from '../../http/parts.ts';
import { whatHappened } from './event-words.ts';
import { dayOf } from './read-filter.ts';
import type { ReadTrail } from './read-trail.ts';
import type { Trail } from './requests.ts';

/** Above the trail: what it may be narrowed to. */
export function trailFilter({ types, people }: ReadTrail, asked: Trail): FilterBar {
  const what = types.map((type) => ({ value: type, label: whatHappened(type) }));
  const who = [...people].map(([value, label]) => ({ value, label }));
  return {
    label: 'Narrow the trail',
    action: '/audit',
    controls: [
      { kind: 'field', field: aboutField(asked.about) },
      { kind: 'select', select: selectFor('what', 'What', asked.what, ['Anything', byLabel(what)]) },
      {
        kind: 'select',
        select: selectFor('who', 'Who', asked.who, ['Anybody', [...byLabel(who), ...OTHERS]]),
      },
      { kind: 'field', field: dayField('from', 'From', asked.from) },
      { kind: 'field', field: dayField('to', 'Until', asked.to) },
    ],
    keep: [],
    apply: 'Find',
    clear: isNarrowed(asked) ? { label: 'Show everything', href: '/audit' } : null,
  };
}

export const isNarrowed = ({ about, what, who, from, to }: Trail): boolean =>
  [about, what, who, from, to].some((value) => value !== '');

const OTHERS = [
  { value: 'applicant', label: 'An applicant' },
  { value: 'attune', label: 'Attune itself' },
];

const byLabel = (options: Select['options']): Select['options'] =>
  options.toSorted((a, b) => a.label.localeCompare(b.label, 'en'));

const selectFor = (
  name: string,
  label: string,
  value: string,
  [any, options]: [string, Select['options']],
): Select => ({
  ...{ id: name, name, label, hint: null, error: null, value },
  options: [{ value: '', label: any }, ...options],
});

const aboutField = (value: string): Field => ({
  ...fieldFor(emptyForm, {
    name: 'about',
    label: 'Role or applicant',
    hint: 'The label of an applicant, or an id from the address of a page.',
    type: 'search',
    required: false,
    autocomplete: 'off',
  }),
  value,
});

const dayField = (name: string, label: string, value: string): Field => ({
  ...fieldFor(emptyForm, { name, label, type: 'date', required: false, autocomplete: 'off' }),
  value,
  error: value === '' || dayOf(value) !== null ? null : DAY_PROBLEM,
});

const DAY_PROBLEM = 'Type a day such as 2026-03-02. The trail is not narrowed by it now.';
