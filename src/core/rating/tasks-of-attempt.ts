import type { Attempt } from '../attempt/attempt.ts';
import type { Form } from '../form/form.ts';
import { responseState } from '../item/response-state.ts';
import type { RatingTaskId } from '../kernel/ids.ts';
import { formUnderRubric } from '../rubric/form-under-rubric.ts';
import type { RubricVersion } from '../rubric/rubric.ts';
import { writtenPrompts } from '../scoring/written-prompts.ts';
import type { RatingTask } from './rating-task.ts';

export interface TasksInput {
  readonly attempt: Attempt;
  readonly form: Form;
  readonly rubricVersion: Pick<RubricVersion, 'criteria' | 'anchorHash'>;
  readonly newTaskId: () => RatingTaskId;
}

/**
 * The tasks of a finished attempt: one for every written response that says anything, under the anchors of the rubric
 * version, with exactly the criteria that its prompt is rated on. An empty response has nothing to rate.
 */
export function tasksOfAttempt({
  attempt,
  form,
  rubricVersion,
  newTaskId,
}: TasksInput): readonly RatingTask[] {
  const { id: attemptId, organisationId, requisitionId, applicantId } = attempt;
  return writtenPrompts(formUnderRubric(form, rubricVersion.criteria))
    .filter((prompt) => responseState(prompt, attempt.responses[prompt.id]?.value ?? null) !== 'empty')
    .map((prompt) => ({
      id: newTaskId(),
      organisationId,
      requisitionId,
      applicantId,
      attemptId,
      itemId: prompt.id,
      anchorHash: rubricVersion.anchorHash,
      criteria: prompt.criteria.map(({ criterion }) => criterion),
      slots: [],
      notRaterIds: [],
      state: 'unallocated',
      resolution: null,
      rev: 0,
    }));
}
