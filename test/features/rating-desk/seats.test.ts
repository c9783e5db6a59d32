import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import type { RatingBatch } from '../../../src/core/rating/rating-batch.ts';
import { handInBatch } from '../../../src/features/rating-desk/hand-in-batch.ts';
import { loadBatch } from '../../../src/features/rating-desk/load-batch.ts';
import type { Staff } from '../../support/actors.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { addFinished, addRatingRole, standingOf, tasksOf, type RatingRole } from './rating-role.ts';
import { allocate, levels, rateAll, seatsOf, takeFree } from './working-raters.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

describe('words that support a level', () => {
  let role: RatingRole;
  let rater: Staff;
  let seat: string;

  it('become places in the text, whatever the line breaks', async () => {
    role = await addRatingRole(test, 2);
    await addFinished(test, role);
    await allocate(role);
    [rater] = role.raters as [Staff];
    const [task] = await tasksOf(test, role);
    seat = (await seatsOf(rater)).find((href) => href.endsWith(task?.id ?? '')) ?? '';
    const words = task?.itemId === 'p1' ? 'you lost a day' : 'waited long';
    const fields = { ...levels(3, 3), 'quote-empathy': `“${words}”\r\n\r\n`, go: 'next' };
    expect((await rater.post(seat, fields)).status).toBe(303);
    const stored = (await tasksOf(test, role)).find(({ id }) => id === task?.id);
    const draft = stored?.slots.find(({ raterId }) => raterId === rater.actor.personId)?.draft;
    expect(draft?.spans).toEqual([expect.objectContaining({ criterion: 'empathy', step: 'a' })]);
    const shown = load((await rater.get(seat)).text);
    expect(shown('textarea[name=quote-empathy]').text()).toBe(words);
  });

  it('are refused where the writer did not write them; nothing typed is lost', async () => {
    const fields = { ...levels(5, 3), 'quote-empathy': 'never written', reason: 'Because.' };
    const refused = await rater.post(seat, fields);
    expect(refused.status).toBe(422);
    const page = load(refused.text);
    expect(page('#quote-empathy-error').text()).toContain('never written');
    expect(page('textarea[name=quote-empathy]').text()).toBe('never written');
    expect(page('input[name=level-empathy]:checked').val()).toBe('5');
  });

  it('and levels for criteria that the prompt does not name are refused', async () => {
    expect((await rater.post(seat, { ...levels(3, 3), 'level-tone': '3' })).status).toBe(422);
    expect((await rater.post(seat, { ...levels(9, 3) })).status).toBe(422);
    expect((await rater.post(seat, { ...levels(3, 3), reason: 'x'.repeat(1001) })).status).toBe(422);
  });
});

describe('a rater who knows the person', () => {
  it('gives all seats of that person to somebody else and never gets their responses again', async () => {
    const role = await addRatingRole(test, 3);
    await addFinished(test, role);
    const [one, two, three] = role.raters as [Staff, Staff, Staff];
    await allocate(role, [one, two]);
    const [seat = ''] = await seatsOf(one);
    expect((await one.post(seat, { go: 'conflict' })).status).toBe(303);
    expect((await one.get(seat).expect(410)).text).toContain('you know the person who wrote it');
    expect(await seatsOf(one)).toHaveLength(0);
    expect(await takeFree(one)).toBe(0);
    expect(await takeFree(two)).toBe(0);
    expect(await takeFree(three)).toBe(2);
    expect(await seatsOf(three)).toHaveLength(2);
    await rateAll(test, two, levels(3, 3));
    await rateAll(test, three, levels(3, 3));
    expect((await tasksOf(test, role)).map(({ state }) => state)).toEqual(['resolved', 'resolved']);
  });
});

describe('seats that raters take themselves', () => {
  async function thirdSeats(raters: number): Promise<RatingRole> {
    const role = await addRatingRole(test, raters);
    await addFinished(test, role);
    const [one, two] = role.raters as [Staff, Staff];
    await allocate(role, [one, two]);
    await rateAll(test, one, levels(1, 3));
    await rateAll(test, two, levels(5, 3));
    return role;
  }

  it('go to one of two who ask at the same moment', async () => {
    const role = await thirdSeats(4);
    const [, , three, four] = role.raters as [Staff, Staff, Staff, Staff];
    await Promise.all([takeFree(three), takeFree(four)]);
    const seats = [...(await seatsOf(three)), ...(await seatsOf(four))];
    expect(seats).toHaveLength(2);
    expect(new Set(seats.map((seat) => seat.split('/').at(-1))).size).toBe(2);
  });

  it('pass to another rater when the lease runs out, and what the first one types then is shown, not lost', async () => {
    const role = await thirdSeats(4);
    const [, , three, four] = role.raters as [Staff, Staff, Staff, Staff];
    await takeFree(three);
    const [seat = ''] = await seatsOf(three);
    expect(await takeFree(four)).toBe(0);
    test.advance(2 * 60 * 60 * 1000 + 1000);
    expect(await takeFree(four)).toBe(2);
    const late = await three.post(seat, { ...levels(3, 3), reason: 'I was called away.' });
    expect(late.status).toBe(409);
    const page = load(late.text);
    expect(page('dl').text()).toContain('I was called away.');
    expect(page('dl').text()).toContain('Level 3');
    expect(page('[role=alert]').text()).toContain('It went to another rater.');
    expect(page('main form')).toHaveLength(0);
    const [batch = ''] = seat.split('/tasks/');
    await three.get(page('[role=alert] a').first().attr('href') ?? '').expect(200);
    expect((await three.get(seat).expect(410)).text).toContain(batch);
    expect(await seatsOf(three)).toEqual([]);
    // Whoever knows the person may say so also now, and reads nothing untrue.
    expect((await three.post(seat, { go: 'conflict' })).headers['location']).toBe(batch);
    expect((await three.get(batch)).text).toContain('Somebody else has that response already');
    await rateAll(test, four, levels(3, 3));
    expect((await tasksOf(test, role)).map(({ state }) => state)).toEqual(['resolved', 'resolved']);
  });

  it('stay with the rater whose lease ran out while nobody else asked; saving renews it', async () => {
    const role = await thirdSeats(4);
    const [, , three, four] = role.raters as [Staff, Staff, Staff, Staff];
    await takeFree(three);
    const seats = await seatsOf(three);
    test.advance(3 * 60 * 60 * 1000);
    for (const seat of seats) expect((await three.post(seat, levels(3, 3))).status).toBe(303);
    expect(await takeFree(four)).toBe(0);
  });

  it('come back to the rater if taking them was cut off before there was a batch', async () => {
    const role = await thirdSeats(3);
    const [, , three] = role.raters as [Staff, Staff, Staff];
    await takeFree(three);
    await test.connection.collection('ratingBatches').deleteMany({ raterId: three.actor.personId });
    expect(await takeFree(three)).toBe(2);
    expect(await seatsOf(three)).toHaveLength(2);
  });
});

describe('two raters who hand in at the same moment', () => {
  it('settle every response once, and standings equal a rebuild', async () => {
    const role = await addRatingRole(test, 2);
    const everybody = [
      await addFinished(test, role),
      await addFinished(test, role),
      await addFinished(test, role),
    ];
    await allocate(role);
    const [one, two] = role.raters as [Staff, Staff];
    await Promise.all([rateAll(test, one, levels(3, 2)), rateAll(test, two, levels(4, 2))]);
    await test.deps.relay.soon();
    expect(
      (await tasksOf(test, role)).every(({ state, slots }) => state === 'resolved' && slots.length === 2),
    ).toBe(true);
    for (const finished of everybody) {
      // (3.5 − 1)/4 → 62.5 and (2 − 1)/4 → 25, weighted 60 : 40.
      expect((await standingOf(test, role, finished))?.written.value).toBeCloseTo(47.5, 8);
    }
    const copies = await test.connection
      .collection('ratings')
      .countDocuments({ requisitionId: role.requisition.id });
    expect(copies).toBe(12);
  });
});

describe('a batch that is handed in while its rater still saves', () => {
  let role: RatingRole;
  let one: Staff;
  let two: Staff;
  const ROUNDS = 4;

  const ownBatches = (): Promise<RatingBatch[]> =>
    test.deps.stores.ratingBatches.listOfRater(role.organisationId, one.actor.personId);
  const slotIn = async ({ taskIds: [id] }: RatingBatch) =>
    (await tasksOf(test, role))
      .find((task) => task.id === id)
      ?.slots.find(({ raterId }) => raterId === one.actor.personId);
  const addressOf = ({ id, taskIds }: RatingBatch) => `/rating/batches/${id}/tasks/${taskIds[0]}`;

  /** Two batches of one response, whose levels are chosen. */
  async function rated(): Promise<RatingBatch[]> {
    await addFinished(test, role);
    await allocate(role, [one, two]);
    const open = (await ownBatches()).filter(({ state }) => state === 'open');
    for (const batch of open) expect((await one.post(addressOf(batch), levels(3, 3))).status).toBe(303);
    return open;
  }

  beforeAll(async () => {
    role = await addRatingRole(test, 2);
    [one, two] = role.raters as [Staff, Staff];
  });

  it('ends with what was checked, and a save is told whether it came before or too late', async () => {
    const kept = { '303': { empathy: 5, communication: 4 }, '409': { empathy: 3, communication: 3 } };
    for (let round = 0; round < ROUNDS; round += 1) {
      const whole = round % 2 === 0;
      for (const batch of await rated()) {
        const fields = { ...(whole ? levels(5, 4) : { 'level-empathy': '5' }), reason: 'In another tab.' };
        const [saved, handedIn] = await Promise.all([
          one.post(addressOf(batch), fields),
          one.post(`/rating/batches/${batch.id}/hand-in`),
        ]);
        await test.deps.relay.soon();
        if (saved.status === 409) expect(saved.text).toContain('In another tab.');
        if (handedIn.status === 422) {
          expect([whole, saved.status]).toEqual([false, 303]);
          await one.post(addressOf(batch), levels(3, 3));
          await one.post(`/rating/batches/${batch.id}/hand-in`);
          await test.deps.relay.soon();
          expect(await slotIn(batch)).toMatchObject({ state: 'handed-in' });
          continue;
        }
        expect([batch.id, handedIn.status]).toEqual([batch.id, 303]);
        expect(await slotIn(batch)).toMatchObject({
          state: 'handed-in',
          draft: null,
          judgement: { levels: kept[String(saved.status) as keyof typeof kept] },
        });
      }
    }
  }, 120_000);

  it('refuses a later save, keeps what was typed in sight and holds no copy of the levels', async () => {
    const [batch] = await rated();
    if (batch === undefined) throw new Error('no batch');
    const loaded = await loadBatch(test.deps, one.actor, batch.id);
    const [place] = loaded?.seats ?? [];
    if (loaded === null || place === undefined) throw new Error('no batch');
    await handInBatch(test.deps, one.actor, loaded);
    // As if it had been under way when the batch was handed in.
    const { task, seat } = place;
    const draft = { levels: {}, unratable: null, spans: [], reason: null };
    const underWay = { task, slotIndex: seat.index, raterId: one.actor.personId };
    expect(await test.deps.stores.ratingTasks.saveDraft(underWay, draft, null)).toBe(true);
    const late = await one.post(addressOf(batch), { 'level-empathy': '1', reason: 'Too late.' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('Too late.');
    expect((await one.get(`/rating/batches/${batch.id}`)).text).not.toContain('a level is missing');
    await test.deps.relay.soon();
    const levelsOf = { empathy: 3, communication: 3 };
    expect(await slotIn(batch)).toMatchObject({ state: 'handed-in', judgement: { levels: levelsOf } });
    const stored = await test.connection.collection('ratingBatches').findOne({ _id: batch.id });
    expect(stored).not.toHaveProperty('judgements');
  });

  it('is finished from its drafts where it was handed in before levels were kept with it', async () => {
    const open = await rated();
    const [batch, unfinished] = open;
    if (batch === undefined || unfinished === undefined) throw new Error('no batches');
    for (const each of [batch, unfinished]) {
      const loaded = await loadBatch(test.deps, one.actor, each.id);
      if (loaded !== null) await handInBatch(test.deps, one.actor, loaded);
    }
    const own = { slots: { $elemMatch: { raterId: one.actor.personId, state: 'held' } } };
    await test.connection
      .collection('ratingTasks')
      .updateOne({ _id: unfinished.taskIds[0] as never, ...own }, { $set: { 'slots.$.draft': null } });
    const ids = { $in: [batch.id, unfinished.id] as never[] };
    await test.connection.collection('ratingBatches').updateMany({ _id: ids }, { $unset: { judgements: 1 } });
    await test.deps.relay.soon();
    expect(await slotIn(batch)).toMatchObject({ state: 'handed-in' });
    // A seat without levels is nobody's then, so that somebody can finish it.
    expect(await slotIn(unfinished)).toBeUndefined();
  });
});
