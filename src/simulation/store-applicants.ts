import type { RatingTask } from '../core/rating/rating-task.ts';
import type { Rating } from '../store/rating-store.ts';
import type { Stores } from '../store/stores.ts';
import type { SimulatedApplicant } from './simulate-applicant.ts';

type Rooms = Pick<Stores, 'applicants' | 'attempts' | 'ratingTasks' | 'ratings' | 'scores' | 'standings'>;

/** Writes people with whatever is kept about them, in one durable batch for each collection. */
export async function storeApplicants(stores: Rooms, people: readonly SimulatedApplicant[]): Promise<void> {
  const tasks = people.flatMap((person) => person.tasks);
  await Promise.all([
    stores.applicants.insertMany(people),
    stores.scores.insertMany(people.flatMap(({ score }) => score ?? [])),
    stores.standings.insertMany(people.map(({ standing }) => standing)),
    stores.attempts.insertMany(
      people.flatMap(({ attempt, deviceClass }) => (attempt === null ? [] : [{ attempt, deviceClass }])),
    ),
    stores.ratingTasks.insertMany(tasks),
    stores.ratings.insertMany(tasks.flatMap(ratingsOf)),
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
