import { beginRating } from './begin-rating.ts';
import type { ScoringDeps } from './scoring-deps.ts';

const AT_ONCE = 200;

/**
 * Begins the ratings whose waiting time is over. An attempt that was opened again meanwhile has another end or none;
 * `beginRating` looks at it afresh. Returns how many were looked at.
 */
export async function beginDueRatings(deps: ScoringDeps): Promise<number> {
  const due = await deps.stores.ratingStarts.listDue(deps.clock(), AT_ONCE);
  for (const start of due) {
    try {
      const { organisationId, requisitionId, applicantId } = start;
      await beginRating(deps, { organisationId, requisitionId, applicantId });
      await deps.stores.ratingStarts.done(start);
    } catch (error) {
      deps.logger.error({ err: error, attemptId: start.attemptId }, 'a rating could not begin');
    }
  }
  return due.length;
}
