import { groupBy } from '../../core/kernel/group-by.ts';
import type { PersonId, RatingBatchId, RatingTaskId } from '../../core/kernel/ids.ts';
import { seededOrder } from '../../core/kernel/seeded-order.ts';
import type { Actor } from '../../core/person/person.ts';
import { allocate, type AllocateInput, type Assignment } from '../../core/rating/allocate.ts';
import { raterPool } from '../../core/rating/rater-pool.ts';
import type { RatingTask } from '../../core/rating/rating-task.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { newId } from '../../ops/secrets.ts';
import { MOST_AT_ONCE } from './load-allocation.ts';
import { openBatch } from './open-batch.ts';

type Outcome =
  | { readonly kind: 'allocated'; readonly responses: number; readonly raters: number }
  | { readonly kind: 'nothing-waiting' }
  | { readonly kind: 'too-few-raters' };

/**
 * Gives the waiting responses to two raters each. The batches are written first: a crash in between leaves responses
 * unallocated and batches without them, and allocating again mends it.
 */
export async function allocateResponses(
  deps: Deps,
  input: { readonly actor: Actor; readonly requisition: Requisition; readonly raterIds: readonly PersonId[] },
): Promise<Outcome> {
  const { actor, requisition } = input;
  const { organisationId, members } = requisition;
  const tasks = await findWaiting(deps, requisition);
  if (tasks.length === 0) return { kind: 'nothing-waiting' };
  const pool = raterPool(await deps.stores.people.list(organisationId), members);
  const raterIds = pool.map((person) => person.id).filter((personId) => input.raterIds.includes(personId));
  const seed = newId();
  const allocation = allocate({
    responses: tasks.map((task) => ({ ...task, taskId: task.id })),
    raterIds,
    memberIds: members,
    met: await findMet(deps, requisition, tasks),
    seed,
  });
  if (allocation.kind === 'too-few-raters') return { kind: 'too-few-raters' };
  await openBatches(deps, { actor, requisition, tasks, assignments: allocation.assignments, seed });
  for (const { taskId, raterIds: chosen } of allocation.assignments) {
    const task = tasks.find((candidate) => candidate.id === taskId);
    if (task !== undefined) await deps.stores.ratingTasks.allocate(task, chosen);
  }
  return { kind: 'allocated', responses: tasks.length, raters: raterIds.length };
}

/** What waits, each with everybody who must not rate it, also by a conflict declared while the task was made. */
async function findWaiting(
  { stores }: Deps,
  { organisationId, id }: Requisition,
): Promise<readonly RatingTask[]> {
  const tasks = await stores.ratingTasks.listInState(organisationId, id, ['unallocated'], MOST_AT_ONCE);
  const applicantIds = [...new Set(tasks.map(({ applicantId }) => applicantId))];
  const conflicts = await stores.ratingConflicts.listOfApplicants(organisationId, id, applicantIds);
  const knowing = groupBy(conflicts, ({ applicantId }) => applicantId);
  return tasks.map((task) => {
    const raterIds = (knowing.get(task.applicantId) ?? []).map(({ raterId }) => raterId);
    return { ...task, notRaterIds: [...new Set([...task.notRaterIds, ...raterIds])] };
  });
}

/** Who has been given other responses of the same people before. */
async function findMet(
  { stores }: Deps,
  { organisationId, id }: Requisition,
  tasks: readonly RatingTask[],
): Promise<AllocateInput['met']> {
  const attemptIds = [...new Set(tasks.map(({ attemptId }) => attemptId))];
  const ofSamePeople = await stores.ratingTasks.listOfAttempts(organisationId, id, attemptIds);
  return ofSamePeople.flatMap(({ applicantId, slots }) =>
    slots.flatMap(({ raterId }) => (raterId === null ? [] : [{ raterId, applicantId }])),
  );
}

interface OpenInput {
  readonly actor: Actor;
  readonly requisition: Requisition;
  readonly tasks: readonly RatingTask[];
  readonly assignments: readonly Assignment[];
  readonly seed: string;
}

/** One batch for each rater and prompt, every rater with an order of their own. */
async function openBatches(deps: Deps, input: OpenInput): Promise<void> {
  const { actor, requisition, tasks, assignments, seed } = input;
  const seats = assignments.flatMap(({ taskId, itemId, raterIds }) =>
    raterIds.map((raterId) => ({ raterId, itemId, taskId })),
  );
  // One batch has one set of anchors, also while a role changes from one to another.
  const anchors = new Map(tasks.map(({ id, anchorHash }) => [id, anchorHash]));
  const batchOf = ({ raterId, itemId, taskId }: (typeof seats)[number]) =>
    `${raterId} ${itemId} ${anchors.get(taskId) ?? ''}`;
  for (const group of groupBy(seats, batchOf).values()) {
    const [first] = group;
    const task = tasks.find(({ id }) => id === first?.taskId);
    if (first === undefined || task === undefined) continue;
    const { raterId, itemId } = first;
    const taskIds = seededOrder<RatingTaskId>(
      `${seed} ${raterId}`,
      group.map(({ taskId }) => taskId),
      (taskId) => taskId,
    );
    await openBatch(deps, {
      id: newId<RatingBatchId>(),
      requisition,
      raterId,
      itemId,
      criteria: task.criteria,
      taskIds,
      openedBy: actor.personId,
      seed,
    });
  }
}
