import type { PersonId, RatingTaskId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import { reassignSeats } from '../../core/rating/reassign-seats.ts';
import { seatOf } from '../../core/rating/seat-of.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { newId } from '../../ops/secrets.ts';
import { findMet } from './find-met.ts';
import { findPassable } from './find-passable.ts';
import { withConflicts } from './find-wave.ts';
import { keepWon, openBatches } from './open-batches.ts';

interface Reassigned {
  readonly given: number;
  /** Seats that none of the chosen raters may take; they stay with the first one. */
  readonly left: number;
}

/** Gives what one rater has not handed in to others. Batches are written first, as in an allocation. */
export async function reassignResponses(
  deps: Deps,
  input: {
    readonly actor: Actor;
    readonly requisition: Requisition;
    readonly from: PersonId;
    readonly to: readonly PersonId[];
    readonly dueAt: Date | null;
  },
): Promise<Reassigned> {
  const { actor, requisition, from, to, dueAt } = input;
  const tasks = await withConflicts(deps, requisition, await findPassable(deps, requisition, from));
  const seed = newId();
  const assignments = reassignSeats({
    seats: tasks.map((task) => ({ ...task, taskId: task.id })),
    raterIds: to,
    met: await findMet(deps, requisition, tasks),
    seed,
  });
  const batches = await openBatches(deps, {
    actor,
    requisition,
    tasks,
    assignments,
    dueAt,
    insteadOf: from,
    seed,
  });
  const won = new Set<RatingTaskId>();
  for (const { taskId, raterIds } of assignments) {
    const task = tasks.find(({ id }) => id === taskId);
    const seat = task && seatOf(task, from);
    const [next] = raterIds;
    if (!task || !seat || next === undefined) continue;
    if (await deps.stores.ratingTasks.passOn({ task, slotIndex: seat.index, raterId: from }, next))
      won.add(taskId);
  }
  await keepWon(deps, batches, won);
  return { given: won.size, left: tasks.length - won.size };
}
