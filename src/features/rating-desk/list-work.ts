import type { GateAnswer } from '../../core/calibration/rater-gate.ts';
import { groupBy } from '../../core/kernel/group-by.ts';
import type { ItemId, RequisitionId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import { isComplete } from '../../core/rating/is-complete.ts';
import { openSeat } from '../../core/rating/open-seat.ts';
import type { RatingBatch } from '../../core/rating/rating-batch.ts';
import type { RatingTask } from '../../core/rating/rating-task.ts';
import { seatOf } from '../../core/rating/seat-of.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { askGate } from './ask-gate.ts';
import { findPrompt } from './find-prompt.ts';
import { withSeeds } from './with-seeds.ts';

/** Responses of one prompt of one role that this rater may take. */
interface FreeWork {
  readonly requisitionId: RequisitionId;
  readonly itemId: ItemId;
  readonly role: string;
  readonly simulated: boolean;
  readonly title: string;
  readonly tasks: readonly RatingTask[];
  /** Whether this rater may take them. */
  readonly gate: GateAnswer;
}

interface OwnBatch {
  readonly batch: RatingBatch;
  readonly role: string;
  readonly simulated: boolean;
  readonly title: string;
  readonly responses: number;
  readonly ready: number;
}

export interface Work {
  readonly open: readonly OwnBatch[];
  readonly free: readonly FreeWork[];
  readonly handedIn: number;
}

/** What waits for a rater: own batches, and responses that any rater may take. */
export async function listWork(deps: Deps, actor: Actor): Promise<Work> {
  const { organisationId, personId } = actor;
  const batches = await deps.stores.ratingBatches.listOfRater(organisationId, personId);
  const open: OwnBatch[] = [];
  for (const batch of batches.filter(({ state }) => state === 'open')) {
    const own = await readBatch(deps, actor, batch);
    if (own !== null && own.responses > 0) open.push(own);
  }
  return {
    open,
    free: await listFree(deps, actor, batches),
    handedIn: batches.filter(({ state }) => state === 'handed-in').length,
  };
}

async function readBatch(deps: Deps, actor: Actor, batch: RatingBatch): Promise<OwnBatch | null> {
  const requisition = await findRatable(deps, actor, batch.requisitionId);
  if (requisition === null) return null;
  const tasks = await deps.stores.ratingTasks.findMany(actor.organisationId, batch.taskIds);
  const seats = tasks.flatMap((task) => {
    const seat = seatOf(task, actor.personId);
    return seat === null ? [] : [{ task, seat }];
  });
  const all = withSeeds(batch, seats).map(({ task, seat: { slot } }) =>
    isComplete(slot.judgement ?? slot.draft, task.criteria),
  );
  const { title } = await findPrompt(deps, requisition, batch.itemId);
  return {
    batch,
    role: requisition.title,
    simulated: requisition.simulated,
    title,
    responses: all.length,
    ready: all.filter(Boolean).length,
  };
}

/** Free seats by prompt, and own seats that belong to no batch because taking them was cut off half-way. */
async function listFree(deps: Deps, actor: Actor, batches: readonly RatingBatch[]): Promise<FreeWork[]> {
  const { organisationId, personId } = actor;
  const now = deps.clock();
  // Seats of a batch just handed in are held until the relay has passed them on; they are no work any more.
  const inBatch = new Set(batches.flatMap(({ taskIds }) => taskIds));
  const [open, held] = await Promise.all([
    deps.stores.ratingTasks.listOpen(organisationId, personId, now),
    deps.stores.ratingTasks.listHeld(organisationId, personId),
  ]);
  const takeable = [
    ...held.filter(({ id }) => !inBatch.has(id)),
    ...open.filter((task) => openSeat(task, personId, now) !== null),
  ];
  const free: FreeWork[] = [];
  for (const tasks of groupBy(
    takeable,
    ({ requisitionId, itemId, anchorHash }) => `${requisitionId} ${itemId} ${anchorHash}`,
  ).values()) {
    const [first] = tasks;
    const requisition = first && (await findRatable(deps, actor, first.requisitionId));
    if (!requisition) continue;
    const { title } = await findPrompt(deps, requisition, first.itemId);
    const { requisitionId, itemId } = first;
    const { title: role, simulated } = requisition;
    const gate = await askGate(deps, actor, requisition, first.anchorHash);
    free.push({ requisitionId, itemId, role, simulated, title, tasks, gate });
  }
  return free;
}

/** The requisition, unless this rater is a member of it: a member never rates in it, whoever gave them work before. */
export async function findRatable(
  { stores }: Deps,
  { organisationId, personId }: Actor,
  requisitionId: RequisitionId,
): Promise<Requisition | null> {
  const requisition = await stores.requisitions.find(organisationId, requisitionId);
  return requisition === null || requisition.members.includes(personId) ? null : requisition;
}
