import type { RatingTask } from '../core/rating/rating-task.ts';
import type { Rating } from '../store/rating-store.ts';
import type { Stores } from '../store/stores.ts';
import type { SimulatedApplicant } from './simulate-applicant.ts';

type Rooms = Pick<Stores, 'applicants' | 'attempts' | 'ratingTasks' | 'ratings' | 'scores' | 'standings'>;

/**
 * Writes people in one durable batch for each collection. Without their evidence only what lists and figures read is
 * kept: the person, the score and the standing.
 */
export async function storeApplicants(
  stores: Rooms,
  people: readonly SimulatedApplicant[],
  withEvidence: boolean,
): Promise<void> {
  const tasks = people.flatMap((person) => person.tasks);
  await Promise.all([
    stores.applicants.insertMany(people),
    stores.scores.insertMany(people.flatMap(({ score }) => score ?? [])),
    stores.standings.insertMany(people.map(({ standing }) => standing)),
    ...(withEvidence
      ? [
          stores.attempts.insertMany(people.flatMap(({ attempt }) => attempt ?? [])),
          stores.ratingTasks.insertMany(tasks),
          stores.ratings.insertMany(tasks.flatMap(ratingsOf)),
        ]
      : []),
  ]);
}

/** The append-only copies of what was handed in. */
function ratingsOf(task: RatingTask): readonly Rating[] {
  const { id: taskId, organisationId, requisitionId, applicantId, attemptId, itemId, anchorHash } = task;
  const about = { organisationId, requisitionId, applicantId, attemptId, itemId, anchorHash, taskId };
  return task.slots.flatMap(({ raterId, judgement, handedInAt }, slot) =>
    raterId === null || judgement === null || handedInAt === null
      ? []
      : [{ ...about, slot, raterId, judgement, handedInAt }],
  );
}
