import type { WrittenValue } from '../../core/item/response-value.ts';
import { hideWords } from '../../core/rating/hide-words.ts';
import { maskResponse, type MaskedResponse } from '../../core/rating/masked-response.ts';
import type { RatingTask } from '../../core/rating/rating-task.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { findPrompt, promptOf } from './find-prompt.ts';
import type { SeatInBatch } from './load-batch.ts';

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

/** What stands at a seat of a batch: the response of an applicant, or a seed, which looks the same. */
export async function loadSeat(
  deps: Deps,
  requisition: Requisition,
  { task, seed }: SeatInBatch,
): Promise<MaskedResponse | null> {
  if (seed === undefined) return loadResponse(deps, task);
  const { a, b } = seed;
  return maskResponse(await findPrompt(deps, requisition, task.itemId), { kind: 'written-response', a, b });
}
