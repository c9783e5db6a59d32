import type { WrittenValue } from '../../core/item/response-value.ts';
import { hideWords } from '../../core/rating/hide-words.ts';
import { maskResponse, type MaskedResponse } from '../../core/rating/masked-response.ts';
import type { RatingTask } from '../../core/rating/rating-task.ts';
import type { Deps } from '../../deps.ts';
import { promptOf } from './find-prompt.ts';

/** The response of a task, masked: from here on nothing else of the attempt is known. Null where it was erased. */
export async function loadResponse({ stores }: Deps, task: RatingTask): Promise<MaskedResponse | null> {
  const { organisationId, requisitionId, attemptId, itemId } = task;
  const attempt = await stores.attempts.find(organisationId, requisitionId, attemptId);
  const value = attempt?.responses[itemId]?.value;
  if (!attempt || value?.kind !== 'written-response') return null;
  const form = await stores.formVersions.get(organisationId, attempt.formVersionId);
  const report = await stores.responseReports.find(organisationId, { attemptId, itemId, kind: 'identifies' });
  const text = hideWords(value satisfies WrittenValue, report?.hidden ?? []);
  return maskResponse(promptOf(form, itemId), { ...value, ...text });
}
