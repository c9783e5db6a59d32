import type { Form } from '../form/form.ts';
import type { RubricVersion } from '../rubric/rubric.ts';
import type { Analysis } from './analysis.ts';
import { columnPrecision, criteriaPrecision, type ScorePrecision } from './column-precision.ts';
import type { PlanningValues } from './measure-column.ts';
import type { MeasuredColumn } from './score-column.ts';
import { writtenPrompts } from './written-prompts.ts';

interface Known {
  readonly planning: PlanningValues | undefined;
  /** What the pools of both columns say about themselves; null where nothing was computed. */
  readonly analyses: Readonly<Record<MeasuredColumn, Analysis | null>>;
  readonly form: Form;
  readonly rubric: Pick<RubricVersion, 'criteria'>;
}

/** What is known of every column of an intake: Judgment, Written and each criterion of its rubric version. */
export function scorePrecision({ planning, analyses, form, rubric }: Known): ScorePrecision {
  const prompts = writtenPrompts(form);
  const criteria = rubric.criteria.map(({ id }) => ({
    id,
    prompts: prompts.filter((prompt) => prompt.criteria.some(({ criterion }) => criterion === id)).length,
  }));
  return {
    ...columnPrecision({ planning, analyses, prompts: prompts.length }),
    ...criteriaPrecision({ criteria, analysis: analyses.written }),
  };
}
