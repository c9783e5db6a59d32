import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
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
import { allocate, deskOf, levels, rateAll, seatsOf, takeFree } from './working-raters.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

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
    const [rater] = role.raters as [Staff];
    const [seat = ''] = await seatsOf(rater);
    await rater.post(seat, { 'level-empathy': '4', reason: 'Names the loss.', go: 'previous' });
    const page = load((await rater.get(seat)).text);
    expect(page('input[name=level-empathy]:checked').val()).toBe('4');
    expect(page('input[name=level-communication]:checked').length).toBe(0);
    expect(page('textarea[name=reason]').text()).toBe('Names the loss.');
    const handIn = await rater.post(`${seat.split('/tasks/')[0]}/hand-in`);
    expect(handIn.status).toBe(422);
    expect(handIn.text).toContain('Not handed in yet');
    expect(await standingOf(test, role, finished)).toMatchObject({ evidence: { rated: 0 } });
  });

  it('calls a third rater where the two disagree, and scores once everything is settled', async () => {
    const [one, two, three] = role.raters as [Staff, Staff, Staff];
    await rateAll(test, one, levels(2, 3));
    expect(await takeFree(three)).toBe(0);
    await rateAll(test, two, levels(4, 4));
    expect((await tasksOf(test, role)).map(({ state }) => state)).toEqual(['third', 'third']);
    expect(await standingOf(test, role, finished)).toMatchObject({
      evidence: { kind: 'waiting-for-third', open: 2 },
    });
    expect(await takeFree(one)).toBe(0);
    expect(await takeFree(three)).toBe(2);
    await rateAll(test, three, levels(4, 1));
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
    const { organisationId, requisition } = role;
    for (const { id, slots } of await tasksOf(test, role)) {
      const copies = await test.deps.stores.ratings.listOfTask(organisationId, requisition.id, id);
      expect(copies.map(({ slot, judgement }) => ({ slot, judgement }))).toEqual(
        slots.map(({ judgement }, slot) => ({ slot, judgement })),
      );
    }
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
    expect(load(late.text)('dl').text()).toContain('Typed too late.');
    expect(load(late.text)('h1').text()).toBe('These ratings are handed in already');
    expect(load(late.text)('[role=alert]').text()).toContain('You handed this batch in before.');
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
    await rateAll(test, one, levels(1, 3));
    await rateAll(test, two, levels(4, 4));
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
    for (const rater of role.raters) await rateAll(test, rater, { unratable: 'off-topic' });
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
