import { findItem } from '../../core/form/find-item.ts';
import { hideWords } from '../../core/rating/hide-words.ts';
import { maskResponse, type MaskedResponse } from '../../core/rating/masked-response.ts';
import type { RatingTask } from '../../core/rating/rating-task.ts';
import { formUnderRubric } from '../../core/rubric/form-under-rubric.ts';
import type { Criterion, RubricContent } from '../../core/rubric/rubric.ts';
import type { Deps } from '../../deps.ts';

export interface SampledResponse {
  readonly task: RatingTask;
  /** As raters read it: nothing about the person, and nothing of the levels that stand. */
  readonly response: MaskedResponse;
  /** What the draft asks of this prompt. */
  readonly criteria: readonly Criterion[];
}

/** Null where the response is gone, or the draft asks nothing of its prompt. */
export async function loadSampledResponse(
  { stores }: Pick<Deps, 'stores'>,
  task: RatingTask,
  content: RubricContent,
): Promise<SampledResponse | null> {
  const { organisationId, requisitionId, attemptId, itemId } = task;
  const [attempt, report] = await Promise.all([
    stores.attempts.find(organisationId, requisitionId, attemptId),
    stores.responseReports.find(organisationId, { attemptId, itemId, kind: 'identifies' }),
  ]);
  const value = attempt?.responses[itemId]?.value;
  if (!attempt || value?.kind !== 'written-response') return null;
  const form = await stores.formVersions.get(organisationId, attempt.formVersionId);
  const item = findItem(formUnderRubric(form, content.criteria), itemId);
  if (item?.kind !== 'written-response' || item.criteria.length === 0) return null;
  const asked = new Set(item.criteria.map(({ criterion }) => criterion));
  return {
    task,
    response: maskResponse(item, { ...value, ...hideWords(value, report?.hidden ?? []) }),
    criteria: content.criteria.filter(({ id }) => asked.has(id)),
  };
}
