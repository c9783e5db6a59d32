import type { RatingTask } from '../../core/rating/rating-task.ts';
import type { ApprovedRubric } from '../../core/rubric/rubric-draft.ts';
import type { RubricVersion } from '../../core/rubric/rubric.ts';
import type { ScoringDeps } from './scoring-deps.ts';

const OPEN = ['unallocated', 'rating', 'third', 'lead'] as const;
const MOST_OPEN = 10_000;

/**
 * Whether every response that was settled under the anchors that count is settled under the new ones as well, so that
 * nobody loses a score by the change. Responses that came in meanwhile need not be: they have none yet.
 */
export async function isRatedAgain(
  { stores }: ScoringDeps,
  { organisationId, requisitionId, publication }: ApprovedRubric,
  version: RubricVersion,
): Promise<boolean> {
  const before = await stores.rubrics.getVersion(organisationId, publication.basedOn);
  if (before.anchorHash === version.anchorHash) return true;
  const open = await stores.ratingTasks.listInState(organisationId, requisitionId, OPEN, MOST_OPEN);
  if (open.length === MOST_OPEN) return false;
  const waiting = open.filter(({ anchorHash }) => anchorHash === version.anchorHash);
  if (waiting.length === 0) return true;
  const attemptIds = [...new Set(waiting.map(({ attemptId }) => attemptId))];
  const all = await stores.ratingTasks.listOfAttempts(organisationId, requisitionId, attemptIds);
  const settled = new Set(
    all
      .filter(({ anchorHash, state }) => anchorHash === before.anchorHash && state === 'resolved')
      .map(responseOf),
  );
  return !waiting.some((task) => settled.has(responseOf(task)));
}

const responseOf = ({ attemptId, itemId }: RatingTask): string => `${attemptId} ${itemId}`;
