import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import type { RatingTask } from '../../../src/core/rating/rating-task.ts';
import type { Staff } from '../../support/actors.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import {
  addFinished,
  addRatingRole,
  standingOf,
  tasksOf,
  type Finished,
  type RatingRole,
} from './rating-role.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const deskOf = ({ requisition }: RatingRole) => `/requisitions/${requisition.id}/rating`;

async function allocate(role: RatingRole, raters: readonly Staff[] = role.raters): Promise<void> {
  const response = await role.lead.post(`${deskOf(role)}/allocation`, {
    rater: raters.map(({ actor }) => actor.personId),
  });
  expect(response.status).toBe(303);
}

/** Addresses of the responses in a rater's open batches. */
async function seatsOf(rater: Staff): Promise<string[]> {
  const desk = load((await rater.get('/rating').expect(200)).text);
  const batches = desk('a.btn')
    .toArray()
    .map((link) => desk(link).attr('href') ?? '');
  const seats: string[] = [];
  for (const batch of batches) {
    const page = load((await rater.get(batch).expect(200)).text);
    seats.push(
      ...page('table a')
        .toArray()
        .map((link) => page(link).attr('href') ?? ''),
    );
  }
  return seats;
}

const levels = (empathy: number, communication: number) => ({
  'level-empathy': String(empathy),
  'level-communication': String(communication),
});

/** Rates everything a rater has, the same way, and hands it in. */
async function rateAll(rater: Staff, fields: object): Promise<void> {
  const seats = await seatsOf(rater);
  for (const seat of seats) expect((await rater.post(seat, fields)).status).toBe(303);
  const batches = new Set(seats.map((seat) => seat.split('/tasks/')[0]));
  for (const batch of batches) expect((await rater.post(`${batch}/hand-in`)).status).toBe(303);
  await test.deps.relay.soon();
}

async function takeFree(rater: Staff): Promise<number> {
  const desk = load((await rater.get('/rating')).text);
  const forms = desk('form[action="/rating/work"]').toArray();
  for (const form of forms) {
    const value = (name: string) => desk(form).find(`input[name=${name}]`).attr('value');
    await rater.post('/rating/work', { requisitionId: value('requisitionId'), itemId: value('itemId') });
  }
  return forms.length;
}

describe('from a response to a score', () => {
  let role: RatingRole;
  let finished: Finished;

  it('shows the work before anything is given out', async () => {
    role = await addRatingRole(test, 3);
    finished = await addFinished(test, role);
    const [one, two] = role.raters;
    const query = [one, two].map((rater) => `rater=${rater?.actor.personId}`).join('&');
    const page = load((await role.lead.get(`${deskOf(role)}?${query}`).expect(200)).text);
    expect(page('table').first().text()).toContain('A title');
    expect(page('dl').text().replace(/\s+/g, ' ')).toContain('about 13 minutes');
    expect((await tasksOf(test, role)).map(({ state }) => state)).toEqual(['unallocated', 'unallocated']);
  });

  it('gives every response two raters who are not told of each other', async () => {
    await allocate(role, role.raters.slice(0, 2));
    for (const task of await tasksOf(test, role)) {
      expect(task.state).toBe('rating');
      expect(task.slots.map(({ raterId }) => raterId).sort()).toEqual(
        role.raters
          .slice(0, 2)
          .map(({ actor }) => actor.personId)
          .sort(),
      );
    }
  });

  it('keeps drafts, shows them again and does not count them', async () => {
    const [rater] = role.raters;
    const [seat = ''] = (await seatsOf(rater as Staff)) ?? [];
    await rater?.post(seat, { 'level-empathy': '4', reason: 'Names the loss.', go: 'previous' });
    const page = load((await rater?.get(seat))?.text ?? '');
    expect(page('input[name=level-empathy]:checked').val()).toBe('4');
    expect(page('input[name=level-communication]:checked').length).toBe(0);
    expect(page('textarea[name=reason]').text()).toBe('Names the loss.');
    const handIn = await rater?.post(`${seat.split('/tasks/')[0]}/hand-in`);
    expect(handIn?.status).toBe(422);
    expect(handIn?.text).toContain('Not handed in yet');
    expect(await standingOf(test, role, finished)).toMatchObject({ evidence: { rated: 0 } });
  });

  it('calls a third rater where the two disagree, and scores once everything is settled', async () => {
    const [one, two, three] = role.raters as [Staff, Staff, Staff];
    await rateAll(one, levels(2, 3));
    expect(await takeFree(three)).toBe(0);
    await rateAll(two, levels(4, 4));
    expect((await tasksOf(test, role)).map(({ state }) => state)).toEqual(['third', 'third']);
    expect(await standingOf(test, role, finished)).toMatchObject({
      evidence: { kind: 'waiting-for-third', open: 2 },
    });
    expect(await takeFree(one)).toBe(0);
    expect(await takeFree(three)).toBe(2);
    await rateAll(three, levels(4, 1));
    const tasks = await tasksOf(test, role);
    expect(tasks.map(({ state }) => state)).toEqual(['resolved', 'resolved']);
    expect(tasks[0]?.resolution).toEqual({
      kind: 'rated',
      criteria: {
        empathy: { kind: 'third', level: 10 / 3 },
        communication: { kind: 'mean', level: 3.5 },
      },
    });
    const standing = await standingOf(test, role, finished);
    expect(standing?.evidence).toEqual({ kind: 'complete' });
    // Empathy (10/3 − 1)/4 → 58.33, communication (3.5 − 1)/4 → 62.5, weighted 60 : 40.
    expect(standing?.written.value).toBeCloseTo(60, 8);
  });

  it('keeps a copy of every slot that was handed in', async () => {
    const [task] = await tasksOf(test, role);
    const { organisationId, requisition } = role;
    const copies = await test.deps.stores.ratings.listOfTask(
      organisationId,
      requisition.id,
      (task as RatingTask).id,
    );
    expect(copies.map(({ slot, judgement }) => ({ slot, levels: judgement.levels }))).toEqual(
      task?.slots.map(({ judgement }, slot) => ({ slot, levels: judgement?.levels })),
    );
  });

  it('does not let a rating be changed after it was handed in', async () => {
    const [one] = role.raters as [Staff];
    const { organisationId } = role;
    const [batch] = await test.deps.stores.ratingBatches.listOfRater(organisationId, one.actor.personId);
    const seat = `/rating/batches/${batch?.id}/tasks/${batch?.taskIds[0]}`;
    const before = await tasksOf(test, role);
    await one.get(seat).expect(303);
    const late = await one.post(seat, { ...levels(5, 5), reason: 'Typed too late.' });
    expect(late.status).toBe(409);
    expect(load(late.text)('textarea[name=reason]').text()).toBe('Typed too late.');
    expect((await one.post(`/rating/batches/${batch?.id}/hand-in`)).status).toBe(303);
    await test.deps.relay.soon();
    expect(await tasksOf(test, role)).toEqual(before);
  });
});

describe('with two raters only', () => {
  it('the lead settles what is in dispute, with a reason, and nothing else', async () => {
    const role = await addRatingRole(test, 2);
    const finished = await addFinished(test, role);
    await allocate(role);
    const [one, two] = role.raters as [Staff, Staff];
    await rateAll(one, levels(1, 3));
    await rateAll(two, levels(4, 4));
    const list = load((await role.lead.get(`${deskOf(role)}/decisions`).expect(200)).text);
    const links = list('table a')
      .toArray()
      .map((link) => list(link).attr('href') ?? '');
    expect(links).toHaveLength(2);
    const page = load((await role.lead.get(links[0] ?? '').expect(200)).text);
    expect(page('input[name=level-empathy]').length).toBe(5);
    expect(page('input[name=level-communication]').length).toBe(0);
    expect(page.root().text()).not.toContain(one.actor.name);

    const without = await role.lead.post(links[0] ?? '', { 'level-empathy': '3', because: ' ' });
    expect(without.status).toBe(422);
    expect(load(without.text)('input[name=level-empathy]:checked').val()).toBe('3');
    const missing = await role.lead.post(links[0] ?? '', { because: 'The second line names it.' });
    expect(missing.status).toBe(422);
    expect(load(missing.text)('textarea[name=because]').text()).toBe('The second line names it.');
    for (const link of links) {
      const settled = await role.lead.post(link, {
        'level-empathy': '3',
        because: 'The second line names it.',
      });
      expect(settled.status).toBe(303);
    }
    await test.deps.relay.soon();
    const [task] = await tasksOf(test, role);
    expect(task?.resolution).toMatchObject({
      criteria: {
        empathy: { kind: 'lead', level: 3, by: role.lead.actor.personId },
        communication: { kind: 'mean', level: 3.5 },
      },
    });
    expect(await standingOf(test, role, finished)).toMatchObject({ evidence: { kind: 'complete' } });
    expect((await role.lead.post(links[0] ?? '', { because: 'Again.', 'level-empathy': '5' })).status).toBe(
      303,
    );
    expect(await tasksOf(test, role)).toContainEqual(task);
  });

  it('the lead decides about a response that neither could rate', async () => {
    const role = await addRatingRole(test, 2);
    const finished = await addFinished(test, role);
    await allocate(role);
    for (const rater of role.raters) await rateAll(rater, { unratable: 'off-topic' });
    for (const { id } of await tasksOf(test, role)) {
      await role.lead.post(`${deskOf(role)}/decisions/${id}`, {
        unratable: 'technical',
        because: 'Cut off.',
      });
    }
    await test.deps.relay.soon();
    expect((await tasksOf(test, role))[0]?.resolution).toMatchObject({
      kind: 'unratable',
      reason: 'technical',
    });
    expect(await standingOf(test, role, finished)).toMatchObject({
      written: { value: null, reason: 'too-few-prompts' },
    });
  });

  it('allocation refuses fewer than two, keeps the choice and gives nothing out', async () => {
    const role = await addRatingRole(test, 2);
    await addFinished(test, role);
    const refused = await role.lead.post(`${deskOf(role)}/allocation`, {
      rater: role.raters[0]?.actor.personId,
    });
    expect(refused.status).toBe(422);
    expect(load(refused.text)('input[name=rater]:checked').length).toBe(1);
    expect((await tasksOf(test, role)).every(({ state }) => state === 'unallocated')).toBe(true);
  });

  it('a member chosen as rater by hand is left out', async () => {
    const role = await addRatingRole(test, 1);
    await addFinished(test, role);
    const chosen = [role.raters[0]?.actor.personId, role.lead.actor.personId];
    expect((await role.lead.post(`${deskOf(role)}/allocation`, { rater: chosen })).status).toBe(422);
    expect((await tasksOf(test, role)).every(({ state }) => state === 'unallocated')).toBe(true);
  });
});

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
  it('gives the seat to somebody else and never gets the response again', async () => {
    const role = await addRatingRole(test, 3);
    await addFinished(test, role);
    const [one, two, three] = role.raters as [Staff, Staff, Staff];
    await allocate(role, [one, two]);
    const [seat = ''] = await seatsOf(one);
    expect((await one.post(`${seat}/conflict`)).status).toBe(303);
    await one.get(seat).expect(404);
    expect(await seatsOf(one)).toHaveLength(1);
    expect(await takeFree(one)).toBe(0);
    expect(await takeFree(two)).toBe(0);
    expect(await takeFree(three)).toBe(1);
    expect(await seatsOf(three)).toHaveLength(1);
    await rateAll(one, levels(3, 3));
    await rateAll(two, levels(3, 3));
    await rateAll(three, levels(3, 3));
    expect((await tasksOf(test, role)).map(({ state }) => state)).toEqual(['resolved', 'resolved']);
  });
});

describe('seats that raters take themselves', () => {
  async function thirdSeats(raters: number): Promise<RatingRole> {
    const role = await addRatingRole(test, raters);
    await addFinished(test, role);
    const [one, two] = role.raters as [Staff, Staff];
    await allocate(role, [one, two]);
    await rateAll(one, levels(1, 3));
    await rateAll(two, levels(5, 3));
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
    expect(load(late.text)('textarea[name=reason]').text()).toBe('I was called away.');
    expect(await seatsOf(three)).toEqual([]);
    await rateAll(four, levels(3, 3));
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
    await Promise.all([rateAll(one, levels(3, 2)), rateAll(two, levels(4, 2))]);
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
