import type { Judgement, RatingTask } from '../rating/rating-task.ts';

export interface OneRating {
  readonly rater: string;
  readonly levels: Judgement['levels'];
}

/**
 * The two ratings that agreement is measured by: the first two that stand, both with levels. A third rater came because
 * the two did not agree, and would make them look as if they did.
 */
export function firstTwoRatings({
  slots,
}: Pick<RatingTask, 'slots'>): readonly [OneRating, OneRating] | null {
  const [first, second] = slots.filter(({ voided }) => voided === null);
  const [one, two] = [ratingIn(first), ratingIn(second)];
  return one === null || two === null ? null : [one, two];
}

function ratingIn(slot: RatingTask['slots'][number] | undefined): OneRating | null {
  if (slot?.state !== 'handed-in' || slot.raterId === null || slot.judgement === null) return null;
  const { levels, unratable } = slot.judgement;
  return unratable === null ? { rater: slot.raterId, levels } : null;
}
