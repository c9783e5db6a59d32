import type { RatingConflict } from '../../core/rating/rating-conflict.ts';
import type { Deps } from '../../deps.ts';
import type { FollowUp } from '../../ops/relay.ts';
import { carryOutConflict } from './carry-out-conflict.ts';
import { freeSeats } from './hand-back-batch.ts';
import { handInSlots } from './hand-in-slots.ts';

/** What the rating desk does after something happened. It runs inside the relay, so it is not given one. */
export function ratingFollowUps(
  deps: Pick<Deps, 'clock' | 'stores'>,
): Readonly<Record<string, readonly FollowUp[]>> {
  return {
    'rating-batch-handed-in': [(event) => handInSlots(deps, event)],
    'rating-batch-handed-back': [(event) => freeSeats(deps, event)],
    'rating-conflict-declared': [
      ({ organisationId, facts }) => {
        const { requisitionId, applicantId, raterId } = facts as Pick<
          RatingConflict,
          'requisitionId' | 'applicantId' | 'raterId'
        >;
        return carryOutConflict(deps, { organisationId, requisitionId, applicantId, raterId });
      },
    ],
  };
}
