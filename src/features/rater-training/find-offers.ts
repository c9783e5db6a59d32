import type { RatingTaskId } from '../../core/kernel/ids.ts';
import type { ResponseText } from '../../core/rating/check-judgement.ts';
import { hideWords } from '../../core/rating/hide-words.ts';
import type { RatingTask } from '../../core/rating/rating-task.ts';
import { currentIntake, type Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';

/** A settled response whose writer lets raters learn from it. */
export interface Offer {
  readonly task: RatingTask;
  /** Without the words that the lead had hidden from raters before. */
  readonly text: ResponseText;
}

const MOST = 500;

/** Responses of a role that may still be put forward, under the anchors that count now. */
export async function listOffers(
  { stores }: Pick<Deps, 'stores'>,
  requisition: Requisition,
): Promise<readonly RatingTask[]> {
  const { organisationId, id, assessmentId } = requisition;
  const given = await stores.reuseConsents.listGiven(organisationId, id);
  if (given.size === 0) return [];
  const { rubricVersionId } = currentIntake(requisition);
  const [tasks, taken, { anchorHash }] = await Promise.all([
    stores.ratingTasks.listInState(organisationId, id, ['resolved'], MOST),
    stores.realResponses.list(organisationId, assessmentId),
    stores.rubrics.getVersion(organisationId, rubricVersionId),
  ]);
  const before = new Set(taken.map(({ attemptId, itemId }) => `${attemptId} ${itemId}`));
  return tasks.filter(
    (task) =>
      task.anchorHash === anchorHash &&
      task.resolution?.kind === 'rated' &&
      given.has(task.applicantId) &&
      !before.has(`${task.attemptId} ${task.itemId}`),
  );
}

/** One of them with its text; null also where its writer has taken the consent back or is being erased. */
export async function findOffer(
  deps: Pick<Deps, 'stores'>,
  requisition: Requisition,
  unsafeId: string,
): Promise<Offer | null> {
  const { stores } = deps;
  const { organisationId, id } = requisition;
  const task = await stores.ratingTasks.find(organisationId, unsafeId as RatingTaskId);
  if (task?.requisitionId !== id) return null;
  const { attemptId, itemId, applicantId } = task;
  const [offers, attempt, applicant, report] = await Promise.all([
    listOffers(deps, requisition),
    stores.attempts.find(organisationId, id, attemptId),
    stores.applicants.find(organisationId, id, applicantId),
    stores.responseReports.find(organisationId, { attemptId, itemId, kind: 'identifies' }),
  ]);
  const value = attempt?.responses[itemId]?.value;
  if (applicant?.state !== 'active' || value?.kind !== 'written-response') return null;
  if (!offers.some((one) => one.id === task.id)) return null;
  return { task, text: hideWords({ a: value.a, b: value.b }, report?.hidden ?? []) };
}
