import { ratingDueAt } from '../../core/rating/rating-due-at.ts';
import { tasksOfAttempt } from '../../core/rating/tasks-of-attempt.ts';
import type { PersonId, RatingTaskId } from '../../core/kernel/ids.ts';
import { newId } from '../../ops/secrets.ts';
import { loadMeasurement } from './load-measurement.ts';
import type { AboutApplicant, ScoringDeps } from './scoring-deps.ts';
import { stopRating } from './stop-rating.ts';

/**
 * Makes the rating tasks of a finished attempt, or plans them where time ran out and a credit may still open it again.
 * Running it again makes nothing twice.
 */
export async function beginRating(deps: ScoringDeps, about: AboutApplicant): Promise<void> {
  const measurement = await loadMeasurement(deps, about);
  if (!measurement?.attempt) return;
  const { applicant, attempt, form, rubricVersions } = measurement;
  if (applicant.stage === 'withdrawn') return;
  const dueAt = ratingDueAt(attempt);
  if (dueAt === null) return;
  if (dueAt > deps.clock()) return deps.stores.ratingStarts.plan({ ...about, attemptId: attempt.id, dueAt });
  const newTaskId = () => newId<RatingTaskId>();
  const notRaterIds = await findConflicts(deps, about);
  const tasks = rubricVersions.flatMap((rubricVersion) =>
    tasksOfAttempt({ attempt, form, rubricVersion, newTaskId }),
  );
  for (const task of tasks) await deps.stores.ratingTasks.insert({ ...task, notRaterIds });
  // Somebody may have withdrawn while the tasks were made.
  const { organisationId, requisitionId, applicantId } = about;
  const now = await deps.stores.applicants.find(organisationId, requisitionId, applicantId);
  if (now?.stage === 'withdrawn') await stopRating(deps, about);
}

/** Raters who know the person, also from before there was anything to rate. */
async function findConflicts(
  { stores }: ScoringDeps,
  { organisationId, requisitionId, applicantId }: AboutApplicant,
): Promise<readonly PersonId[]> {
  const declared = await stores.ratingConflicts.listOfApplicants(organisationId, requisitionId, [
    applicantId,
  ]);
  return declared.map(({ raterId }) => raterId);
}
