import type { RatingConflict } from '../../core/rating/rating-conflict.ts';
import { seatOf } from '../../core/rating/seat-of.ts';
import type { Deps } from '../../deps.ts';

type About = Pick<RatingConflict, 'organisationId' | 'requisitionId' | 'applicantId' | 'raterId'>;

/** Takes everything of the applicant away from the rater that is not handed in. Running it again finds nothing. */
export async function carryOutConflict({ stores }: Pick<Deps, 'stores'>, about: About): Promise<void> {
  const { organisationId, requisitionId, applicantId, raterId } = about;
  const { ratingTasks } = stores;
  // First, so that no seat is taken between the two.
  await ratingTasks.excludeRater(about, raterId);
  for (const task of await ratingTasks.listOfApplicant(organisationId, requisitionId, applicantId)) {
    const seat = seatOf(task, raterId);
    if (seat?.slot.state === 'held') await ratingTasks.release({ task, slotIndex: seat.index, raterId });
  }
}
