import type { CriterionId, PersonId, RequisitionId, RubricVersionId } from '../../../src/core/kernel/ids.ts';
import { handInSlot } from '../../../src/core/rating/hand-in-slot.ts';
import type { RatingTask } from '../../../src/core/rating/rating-task.ts';
import type { LevelNumber } from '../../../src/core/rubric/rubric.ts';
import { systemEvent } from '../../../src/ops/new-event.ts';
import { newId } from '../../../src/ops/secrets.ts';
import { anIntake } from '../../support/builders.ts';
import {
  addFinished,
  tasksOf,
  type Finished,
  type RoleSetting,
  type Workings,
} from '../rating-desk/rating-role.ts';

/** Another role of the same people with the same form and a rubric of its own. */
export async function addSisterRole<Role extends RoleSetting>({ deps }: Workings, role: Role): Promise<Role> {
  const [first] = role.requisition.intakes;
  if (first === undefined) throw new Error('no intake');
  const { formVersionId, keyVersionId } = first;
  const intake = anIntake({
    formVersionId,
    keyVersionId,
    rubricVersionId: newId<RubricVersionId>(),
    places: 1,
  });
  const requisition = {
    ...role.requisition,
    id: newId<RequisitionId>(),
    rubricId: newId<never>(),
    intakes: [intake],
  };
  const { id: requisitionId, rubricId } = requisition;
  const rubricVersion = { ...role.rubricVersion, id: intake.rubricVersionId, requisitionId, rubricId };
  await deps.stores.rubrics.insertVersion(rubricVersion, []);
  await deps.stores.requisitions.insert(requisition, []);
  return { ...role, requisition, rubricVersion };
}

export type Levels = Readonly<Record<string, LevelNumber>>;

/** Two raters agree on every response that is open, straight in the store: the desk has tests of its own. */
export async function rateOpen(test: Workings, role: RoleSetting, levels: Levels): Promise<void> {
  for (const task of await tasksOf(test, role)) {
    if (task.state === 'unallocated') await rate(test, task, levels);
  }
  await test.deps.relay.soon();
}

/** One of two raters hands in every response that is open. */
export async function rateHalf(test: Workings, role: RoleSetting): Promise<void> {
  for (const task of await tasksOf(test, role)) {
    if (task.state === 'unallocated') await rate(test, task, {}, 1);
  }
}

async function rate({ deps }: Workings, task: RatingTask, levels: Levels, handedIn = 2): Promise<void> {
  const { organisationId, requisitionId, applicantId, id } = task;
  const raters = [newId<PersonId>(), newId<PersonId>()];
  await deps.stores.ratingTasks.allocate(task, raters);
  const own = Object.fromEntries(
    task.criteria.map((criterion) => [criterion, levels[criterion] ?? 3]),
  ) as Record<CriterionId, LevelNumber>;
  const judgement = { levels: own, unratable: null, spans: [], reason: null };
  for (const [slotIndex, raterId] of raters.slice(0, handedIn).entries()) {
    const seen = await deps.stores.ratingTasks.find(organisationId, id);
    const slot = seen?.slots[slotIndex];
    if (!seen || !slot) throw new Error('the task is gone');
    const ready = { ...seen, slots: seen.slots.with(slotIndex, { ...slot, draft: judgement }) };
    const at = deps.clock();
    const after = handInSlot({ task: ready, slotIndex, at, thirdAvailable: false });
    const event = systemEvent({
      ...{ type: 'response-rated', at, organisationId },
      facts: { requisitionId, applicantId },
    });
    await deps.stores.ratings.insert({
      ...{ organisationId, requisitionId, applicantId, judgement, raterId, handedInAt: at },
      ...{ attemptId: task.attemptId, itemId: task.itemId, anchorHash: task.anchorHash },
      ...{ taskId: id, slot: slotIndex },
    });
    await deps.stores.ratingTasks.settle(seen, after, [event]);
  }
}

/** Two people with scores: 50 and 25 on empathy, 25 and 50 on communication. */
export async function addScored(test: Workings, role: RoleSetting): Promise<Finished[]> {
  const people: Finished[] = [];
  for (const levels of [
    { empathy: 3, communication: 2 },
    { empathy: 2, communication: 3 },
  ] as const) {
    people.push(await addFinished(test, role));
    await rateOpen(test, role, levels);
  }
  return people;
}
