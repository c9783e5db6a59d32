import type { Actor } from '../../core/person/person.ts';
import type { RatingConflict } from '../../core/rating/rating-conflict.ts';
import type { Deps } from '../../deps.ts';
import { staffEvent } from '../../ops/new-event.ts';
import { carryOutConflict } from './carry-out-conflict.ts';

/**
 * That a rater knows an applicant, said by the rater or by a member of the role. It is kept for whatever the applicant
 * writes later, and seats that the rater holds go to somebody else; what was handed in before stays. False where it
 * was declared before.
 */
export async function declareConflict(
  deps: Deps,
  actor: Actor,
  about: Pick<RatingConflict, 'organisationId' | 'requisitionId' | 'applicantId' | 'raterId'>,
): Promise<boolean> {
  const { organisationId, requisitionId, applicantId, raterId } = about;
  const declaredAt = deps.clock();
  const event = staffEvent(actor.personId, {
    type: 'rating-conflict-declared',
    at: declaredAt,
    organisationId,
    facts: { requisitionId, applicantId, raterId },
  });
  const conflict = {
    organisationId,
    requisitionId,
    applicantId,
    raterId,
    declaredBy: actor.personId,
    declaredAt,
  };
  const declared = await deps.stores.ratingConflicts.declare(conflict, [event]);
  await carryOutConflict(deps, about);
  return declared;
}
