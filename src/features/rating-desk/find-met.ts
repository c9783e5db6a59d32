import type { ChoiceInput } from '../../core/rating/rater-choice.ts';
import type { RatingTask } from '../../core/rating/rating-task.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';

/** Who has been given other responses of the same people before. */
export async function findMet(
  { stores }: Deps,
  { organisationId, id }: Requisition,
  tasks: readonly RatingTask[],
): Promise<ChoiceInput['met']> {
  const attemptIds = [...new Set(tasks.map(({ attemptId }) => attemptId))];
  const ofSamePeople = await stores.ratingTasks.listOfAttempts(organisationId, id, attemptIds);
  return ofSamePeople.flatMap(({ applicantId, slots }) =>
    slots.flatMap(({ raterId }) => (raterId === null ? [] : [{ raterId, applicantId }])),
  );
}
