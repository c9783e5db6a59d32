import type { PersonId, RatingTaskId } from '../../core/kernel/ids.ts';
import type { Actor, Person } from '../../core/person/person.ts';
import { allocate } from '../../core/rating/allocate.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { newId } from '../../ops/secrets.ts';
import { poolFor } from './ask-gate.ts';
import { findWave, listWaiting, withConflicts } from './find-wave.ts';
import { findMet } from './find-met.ts';
import { keepWon, openBatches } from './open-batches.ts';
import type { Wave } from './read-wave.ts';

type Outcome =
  | { readonly kind: 'allocated'; readonly responses: number; readonly raters: number }
  | { readonly kind: 'nothing-waiting' }
  | { readonly kind: 'too-few-raters' }
  /** Chosen on a page that was open before they joined the role, or were paused. */
  | {
      readonly kind: 'may-not-rate';
      readonly members: readonly string[];
      readonly heldBack: readonly string[];
    };

/**
 * Gives the waiting responses to two raters each. The batches are written first: a crash in between leaves responses
 * unallocated and batches without them, and allocating again mends it. What somebody else gave out at the same moment is
 * theirs, and leaves these batches.
 */
export async function allocateResponses(
  deps: Deps,
  input: {
    readonly actor: Actor;
    readonly requisition: Requisition;
    readonly raterIds: readonly PersonId[];
    readonly wave: Wave;
  },
): Promise<Outcome> {
  const { actor, requisition, wave } = input;
  const { organisationId, members } = requisition;
  const chosen = await findWave(deps, requisition, await listWaiting(deps, requisition), wave);
  const tasks = await withConflicts(deps, requisition, chosen);
  if (tasks.length === 0) return { kind: 'nothing-waiting' };
  const people = await deps.stores.people.list(organisationId);
  const pool = await poolFor(deps, requisition, people, tasks);
  const others = people.filter(({ id }) => input.raterIds.includes(id) && !pool.some((one) => one.id === id));
  if (others.length > 0) {
    const namesOf = (some: readonly Person[]) => some.map(({ name }) => name);
    return {
      kind: 'may-not-rate',
      members: namesOf(others.filter(({ id }) => members.includes(id))),
      heldBack: namesOf(others.filter(({ id }) => !members.includes(id))),
    };
  }
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
  const batches = await openBatches(deps, {
    actor,
    requisition,
    tasks,
    assignments: allocation.assignments,
    dueAt: wave.dueAt,
    insteadOf: null,
    seed,
  });
  const won = new Set<RatingTaskId>();
  for (const { taskId, raterIds: given } of allocation.assignments) {
    const task = tasks.find((candidate) => candidate.id === taskId);
    if (task !== undefined && (await deps.stores.ratingTasks.allocate(task, given))) won.add(taskId);
  }
  await keepWon(deps, batches, won);
  if (won.size === 0) return { kind: 'nothing-waiting' };
  return { kind: 'allocated', responses: won.size, raters: raterIds.length };
}
