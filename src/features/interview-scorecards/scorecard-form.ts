import type { Criterion } from '../../core/rubric/rubric.ts';
import { errorOf, textareaFor, textOf, type FormState } from '../../http/form-state.ts';
import type { LevelCards, Textarea } from '../../http/parts.ts';
import type { Scorecards } from './find-scorecards.ts';

export interface ScorecardFormVm {
  readonly action: string;
  readonly rev: string;
  readonly criteria: readonly {
    readonly id: string;
    readonly heading: string;
    readonly definition: string;
    readonly levels: LevelCards;
    readonly evidence: Textarea;
  }[];
}

/** Words first, then the level: what was typed, else the draft. */
export function scorecardForm(
  { rubric, own }: Pick<Scorecards, 'rubric' | 'own'>,
  form: FormState,
  action: string,
): ScorecardFormVm {
  const values = { ...draftValues(own), ...form.values };
  const filled: FormState = { values, problems: form.problems };
  return {
    action,
    rev: String(own?.rev ?? 0),
    criteria: rubric.criteria.map((criterion, index) => ({
      id: `criterion-${criterion.id}`,
      heading: `${index + 1} ${criterion.label}`,
      definition: criterion.definition,
      levels: levelsOf(criterion, filled),
      evidence: textareaFor(filled, {
        name: `evidence-${criterion.id}`,
        label: `What you heard on “${criterion.label}”`,
        hint: 'What the applicant said or did, in their words where you can.',
        rows: 5,
        required: false,
      }),
    })),
  };
}

const draftValues = (own: Scorecards['own']): Record<string, string> =>
  Object.fromEntries(
    (own?.entries ?? []).flatMap(({ criterion, level, evidence }) => [
      [`level-${criterion}`, level === null ? '' : String(level)],
      [`evidence-${criterion}`, evidence],
    ]),
  );

function levelsOf({ id, label, levels }: Criterion, form: FormState): LevelCards {
  const name = `level-${id}`;
  const value = textOf(form, name);
  return {
    id: name,
    name,
    label: `Level on “${label}”`,
    hint: null,
    error: errorOf(form, name),
    value: value === '' ? null : value,
    levels: [
      ...levels.map(({ level, label: words, anchor }) => ({
        value: String(level),
        label: `${level} ${words}`,
        anchor,
        example: null,
      })),
      {
        value: 'not-heard',
        label: 'It did not come up',
        anchor: 'There was nothing to judge it by.',
        example: null,
      },
    ],
  };
}

/** What somebody typed who may not write any more: theirs to copy. */
export const notKeptTexts = ({ rubric }: Pick<Scorecards, 'rubric'>, form: FormState): readonly string[] =>
  rubric.criteria.map(({ id }) => textOf(form, `evidence-${id}`)).filter((typed) => typed.trim() !== '');
