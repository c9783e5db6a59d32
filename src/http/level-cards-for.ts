import type { Criterion } from '../core/rubric/rubric.ts';
import { errorOf, textOf, type FormState } from './form-state.ts';
import type { LevelCards } from './parts.ts';

/** The five levels of a criterion with their anchors. */
export function levelCardsFor(criterion: Criterion, form: FormState): LevelCards {
  const name = `level-${criterion.id}`;
  return {
    id: name,
    name,
    label: criterion.label,
    hint: criterion.definition,
    error: errorOf(form, name),
    value: textOf(form, name) || null,
    levels: criterion.levels.map(({ level, label, anchor, example }) => ({
      value: String(level),
      label: `${level} – ${label}`,
      anchor,
      example: example === null ? null : `“${example}”`,
    })),
  };
}
