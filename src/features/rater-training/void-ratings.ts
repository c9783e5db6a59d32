import type { PersonId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import { raterPool } from '../../core/rating/rater-pool.ts';
import type { RatingTask } from '../../core/rating/rating-task.ts';
import { voidSlot } from '../../core/rating/void-slot.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { staffEvent } from '../../ops/new-event.ts';

const REASON = 'drift';
/** A response that keeps changing is left for the next press of the button. */
const MOST_ROUNDS = 5;

interface Doubted {
  readonly actor: Actor;
  readonly requisition: Requisition;
  readonly raterId: PersonId;
  readonly anchorHash: string;
  /** When the last good seed was handed in. */
  readonly since: Date;
}

/**
 * Ratings of a role that this rater handed in after the last good seed and that still count. What somebody wrote who
 * withdrew is left as it is: nobody would rate it again.
 */
export async function findDoubted(
  { stores }: Pick<Deps, 'stores'>,
  { requisition, raterId, anchorHash, since }: Omit<Doubted, 'actor'>,
): Promise<readonly RatingTask[]> {
  const { organisationId, id: requisitionId } = requisition;
  const about = { organisationId, requisitionId, anchorHash };
  const tasks = await stores.ratingTasks.listRatedSince(about, raterId, since);
  const ids = [...new Set(tasks.map(({ applicantId }) => applicantId))];
  const people = await stores.applicants.findMany(organisationId, requisitionId, ids);
  const withdrawn = new Set(people.filter(({ stage }) => stage === 'withdrawn').map(({ id }) => id));
  return tasks.filter(({ applicantId }) => !withdrawn.has(applicantId));
}

/**
 * Takes those ratings out of the count and offers their seats anew: one update a response, which does nothing where the
 * response changed since it was read. Pressed twice, or cut off half-way, it goes on with what is left.
 */
export async function voidRatings(deps: Deps, doubted: Doubted): Promise<number> {
  const tasks = await findDoubted(deps, doubted);
  const people = await deps.stores.people.list(doubted.requisition.organisationId);
  const pool = raterPool(people, doubted.requisition.members).map(({ id }) => id);
  let voided = 0;
  for (const task of tasks) if (await voidOne(deps, doubted, task, pool)) voided += 1;
  return voided;
}

async function voidOne(
  deps: Deps,
  { actor, raterId, since }: Doubted,
  first: RatingTask,
  pool: readonly PersonId[],
): Promise<boolean> {
  let task: RatingTask | null = first;
  for (let round = 1; round <= MOST_ROUNDS && task !== null; round += 1) {
    const slotIndex = task.slots.findIndex(
      (slot) =>
        slot.raterId === raterId &&
        slot.voided === null &&
        slot.handedInAt !== null &&
        slot.handedInAt > since,
    );
    if (slotIndex === -1) return false;
    const { notRaterIds }: RatingTask = task;
    const thirdAvailable = pool.some((one) => !notRaterIds.includes(one));
    const after = voidSlot({ task, slotIndex, reason: REASON, thirdAvailable });
    if (await deps.stores.ratingTasks.settle(task, after, [eventOf(deps, actor, task, slotIndex, raterId)]))
      return true;
    task = await deps.stores.ratingTasks.find(task.organisationId, task.id);
  }
  return false;
}

function eventOf(deps: Deps, actor: Actor, task: RatingTask, slot: number, raterId: PersonId) {
  const { organisationId, requisitionId, applicantId, id: taskId } = task;
  const facts = { requisitionId, applicantId, taskId, slot, raterId, reason: REASON };
  return staffEvent(actor.personId, { type: 'rating-voided', at: deps.clock(), organisationId, facts });
}
