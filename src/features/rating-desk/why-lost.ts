import type { RatingBatch } from '../../core/rating/rating-batch.ts';
import type { RatingTask } from '../../core/rating/rating-task.ts';
import type { Deps } from '../../deps.ts';

export interface Why {
  readonly heading: string;
  readonly text: string;
}

const GONE = 'This response is no longer yours';

/** Why a rater can no longer save what they say of a response: the one cause that is known. */
export async function whyLost(
  { stores }: Pick<Deps, 'stores'>,
  { state, raterId }: RatingBatch,
  { organisationId, requisitionId, applicantId }: RatingTask,
): Promise<Why> {
  if (state === 'handed-in')
    return {
      heading: 'These ratings are handed in already',
      text: 'You handed this batch in before. Your ratings count as they were then and stay as they are.',
    };
  if (state === 'handed-back')
    return {
      heading: GONE,
      text: 'You handed this batch back before. Other raters get its responses, and nothing chosen in it counts.',
    };
  const conflicts = await stores.ratingConflicts.listOfApplicants(organisationId, requisitionId, [
    applicantId,
  ]);
  const known = conflicts.some((conflict) => conflict.raterId === raterId);
  return {
    heading: GONE,
    text: known
      ? 'It was noted that you know the person who wrote it, so somebody else rates it.'
      : 'It went to another rater. What you take yourself is kept for you until two hours after you last saved it.',
  };
}
