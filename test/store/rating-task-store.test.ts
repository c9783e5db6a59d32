import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AttemptId, OrganisationId, RatingTaskId } from '../../src/core/kernel/ids.ts';
import { handInSlot } from '../../src/core/rating/hand-in-slot.ts';
import type { RatingTask } from '../../src/core/rating/rating-task.ts';
import { systemEvent } from '../../src/ops/new-event.ts';
import { newId } from '../../src/ops/secrets.ts';
import type { Connection } from '../../src/store/connection.ts';
import { buildIndexes } from '../../src/store/indexes.ts';
import { createRatingTaskStore, type RatingTaskStore } from '../../src/store/rating-task-store.ts';
import { aRatingTask, judged, person } from '../core/rating/a-rating-task.ts';
import { testConnection } from '../support/test-app.ts';

const now = new Date('2026-03-02T10:00:00Z');
const later = new Date('2026-03-02T12:00:00Z');
const ANNA = person('anna');
const BEN = person('ben');
const CARLA = person('carla');

let connection: Connection;
let store: RatingTaskStore;
beforeAll(async () => {
  connection = await testConnection();
  store = createRatingTaskStore(connection);
  await buildIndexes(connection);
});
afterAll(async () => {
  await connection.dropDatabase();
  await connection.close();
});

const told = (task: RatingTask) =>
  systemEvent({ type: 'told', at: now, organisationId: task.organisationId, facts: { taskId: task.id } });

async function stored(parts: Partial<RatingTask> = {}): Promise<RatingTask> {
  const task = aRatingTask({ id: newId<RatingTaskId>(), attemptId: newId<AttemptId>(), ...parts });
  await store.insert(task);
  return task;
}

async function read({ organisationId, id }: RatingTask): Promise<RatingTask> {
  const task = await store.find(organisationId, id);
  if (task === null) throw new Error(`task ${id} is gone`);
  return task;
}

async function allocated(): Promise<RatingTask> {
  const task = await stored();
  expect(await store.allocate(task, [ANNA, BEN])).toBe(true);
  return read(task);
}

describe('a rating task', () => {
  it('comes back as it was put in', async () => {
    const task = await stored({ slots: [], notRaterIds: [CARLA] });
    expect(await read(task)).toEqual(task);
  });

  it('is there once for a response under one set of anchors', async () => {
    const task = await stored();
    await store.insert({ ...task, id: newId<RatingTaskId>() });
    const same = await store.listOfAttempt(task.organisationId, task.requisitionId, task.attemptId);
    expect(same.map(({ id }) => id)).toEqual([task.id]);
    await store.insert({ ...task, id: newId<RatingTaskId>(), anchorHash: 'other' });
    expect(await store.listOfAttempt(task.organisationId, task.requisitionId, task.attemptId)).toHaveLength(
      2,
    );
  });

  it('is not found by another organisation', async () => {
    const task = await stored();
    expect(await store.find('other' as OrganisationId, task.id)).toBeNull();
  });

  it('is allocated once', async () => {
    const task = await allocated();
    expect(await store.allocate(task, [CARLA, BEN])).toBe(false);
    expect((await read(task)).slots.map(({ raterId }) => raterId)).toEqual([ANNA, BEN]);
  });
});

describe('a seat', () => {
  it('goes to exactly one of many who claim it at once', async () => {
    const task = await allocated();
    const seat = { task, slotIndex: 0, raterId: ANNA };
    await store.release(seat);
    const raters = Array.from({ length: 8 }, (_, index) => person(`rater-${index}`));
    const won = await Promise.all(
      raters.map((raterId) => store.claim({ task, slotIndex: 0, raterId }, now, later)),
    );
    expect(won.filter(Boolean)).toHaveLength(1);
    expect((await read(task)).slots[0]?.raterId).toBe(raters[won.indexOf(true)]);
  });

  it('cannot be claimed by who rates the response already or gave the seat back', async () => {
    const task = await allocated();
    await store.release({ task, slotIndex: 0, raterId: ANNA });
    expect(await store.claim({ task, slotIndex: 0, raterId: ANNA }, now, later)).toBe(false);
    expect(await store.claim({ task, slotIndex: 0, raterId: BEN }, now, later)).toBe(false);
    expect(await store.claim({ task, slotIndex: 0, raterId: CARLA }, now, later)).toBe(true);
  });

  it('that was given out cannot be claimed; one that was taken can after its lease', async () => {
    const task = await allocated();
    expect(await store.claim({ task, slotIndex: 0, raterId: CARLA }, later, later)).toBe(false);
    await store.release({ task, slotIndex: 1, raterId: BEN });
    await store.claim({ task, slotIndex: 1, raterId: CARLA }, now, later);
    const dora = { task, slotIndex: 1, raterId: person('dora') };
    expect(await store.claim(dora, later, later)).toBe(false);
    expect(await store.claim(dora, new Date(later.getTime() + 1), later)).toBe(true);
    expect(await store.saveDraft({ task, slotIndex: 1, raterId: CARLA }, judged(1, 1), later)).toBe(false);
  });

  it('takes drafts of its own rater only, and none after it was handed in', async () => {
    const task = await allocated();
    const seat = { task, slotIndex: 0, raterId: ANNA };
    expect(await store.saveDraft({ ...seat, raterId: BEN }, judged(5, 5), null)).toBe(false);
    expect(await store.saveDraft(seat, judged(2, 3), null)).toBe(true);
    const seen = await read(task);
    const after = handInSlot({ task: seen, slotIndex: 0, at: now, thirdAvailable: true });
    expect(await store.settle(seen, after, [told(task)])).toBe(true);
    expect(await store.saveDraft(seat, judged(5, 5), null)).toBe(false);
    expect(await store.release(seat)).toBe(false);
    expect((await read(task)).slots[0]?.judgement).toEqual(judged(2, 3));
  });
});

describe('settling', () => {
  it('does nothing where the task has changed since it was read', async () => {
    const task = await allocated();
    await store.saveDraft({ task, slotIndex: 0, raterId: ANNA }, judged(2, 3), null);
    const seen = await read(task);
    const after = handInSlot({ task: seen, slotIndex: 0, at: now, thirdAvailable: true });
    await store.saveDraft({ task, slotIndex: 1, raterId: BEN }, judged(2, 3), null);
    expect(await store.settle(seen, after, [told(task)])).toBe(false);
    expect((await read(task)).slots[0]?.state).toBe('held');
  });

  it('tells the relay in the same write', async () => {
    const task = await allocated();
    await store.saveDraft({ task, slotIndex: 0, raterId: ANNA }, judged(2, 3), null);
    const seen = await read(task);
    const event = told(task);
    await store.settle(seen, handInSlot({ task: seen, slotIndex: 0, at: now, thirdAvailable: true }), [
      event,
    ]);
    const waiting = await store.relaySource.findWaiting(100);
    expect(waiting.find(({ id }) => id === task.id)?.events).toEqual([event]);
    await store.relaySource.markRelayed(task.id, [event.id]);
    expect((await store.relaySource.findWaiting(100)).map(({ id }) => id)).not.toContain(task.id);
  });
});

describe('open work', () => {
  it('is free or lapsed seats of others, in tasks that are still being rated', async () => {
    const organisationId = newId<OrganisationId>();
    const given = await stored({ organisationId });
    await store.allocate(given, [ANNA, BEN]);
    expect(await store.listOpen(organisationId, CARLA, now)).toEqual([]);
    await store.release({ task: given, slotIndex: 0, raterId: ANNA });
    const ids = async (raterId: typeof ANNA, at = now) =>
      (await store.listOpen(organisationId, raterId, at)).map(({ id }) => id);
    expect(await ids(CARLA)).toEqual([given.id]);
    expect(await ids(ANNA)).toEqual([]);
    await store.claim({ task: given, slotIndex: 0, raterId: CARLA }, now, later);
    expect(await ids(person('dora'))).toEqual([]);
    expect(await ids(person('dora'), new Date(later.getTime() + 1))).toEqual([given.id]);
    expect((await store.listHeld(organisationId, CARLA)).map(({ id }) => id)).toEqual([given.id]);
  });

  it('is counted by state', async () => {
    const organisationId = newId<OrganisationId>();
    const first = await stored({ organisationId });
    await stored({ organisationId });
    await store.allocate(first, [ANNA, BEN]);
    expect(await store.countByState(organisationId, first.requisitionId)).toEqual({
      unallocated: 1,
      rating: 1,
      third: 0,
      lead: 0,
      resolved: 0,
    });
  });
});
