import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { freeSeats } from '../../../src/features/rating-desk/hand-back-batch.ts';
import type { Staff } from '../../support/actors.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { addFinished, addRatingRole, tasksOf, type RatingRole } from './rating-role.ts';
import { allocate, deskOf, levels, rateAll, seatsOf, takeFree } from './working-raters.ts';

const MINUTE_MS = 60_000;
let test: TestApp;
let role: RatingRole;
let one: Staff;
let two: Staff;
let three: Staff;

beforeAll(async () => {
  test = await startTestApp();
  role = await addRatingRole(test, 3);
  await addFinished(test, role);
  [one, two, three] = role.raters as [Staff, Staff, Staff];
  await allocate(role, [one, two]);
});
afterAll(() => test.close());

const batchOf = (seat: string) => seat.split('/tasks/')[0] ?? '';

describe('a rater who has rated for long', () => {
  it('is asked after forty minutes whether to rest, and left alone after choosing to go on', async () => {
    const [seat = ''] = await seatsOf(one);
    const hint = async () =>
      load((await one.get(seat).expect(200)).text)('aside[aria-label="A break"]').text();
    for (let minutes = 0; minutes < 40; minutes += 8) {
      expect(await hint()).toBe('');
      await one.post(seat, levels(3, 3));
      test.advance(8 * MINUTE_MS);
    }
    expect(await hint()).toContain('40 minutes');
    const answer = await one.post(seat, { 'level-empathy': '4', go: 'go-on' });
    expect(answer.headers['location']).toBe(seat);
    expect(await hint()).toBe('');
    expect(load((await one.get(seat)).text)('input[name=level-empathy]:checked').val()).toBe('4');
  });

  it('saves what is typed with the button for a break', async () => {
    const [seat = ''] = await seatsOf(one);
    const answer = await one.post(seat, { 'level-empathy': '2', go: 'rest' });
    expect(answer.headers['location']).toBe('/rating');
    expect(load((await one.get(seat)).text)('input[name=level-empathy]:checked').val()).toBe('2');
  });
});

describe('a batch that its rater cannot rate', () => {
  it('is not handed back without a reason, and the page stays open at that place', async () => {
    const [seat = ''] = await seatsOf(one);
    const refused = await one.post(`${batchOf(seat)}/hand-back`, { because: '  ' });
    expect(refused.status).toBe(422);
    const page = load(refused.text);
    expect(page('details[open] #because-error').text()).toContain('Say why');
    expect(await seatsOf(one)).toHaveLength(2);
  });

  it('goes back once: its responses are free for others and not for them, levels are dropped', async () => {
    const [first = ''] = await seatsOf(one);
    const batch = batchOf(first);
    const body = { because: 'I am away from tomorrow on.' };
    const answers = await Promise.all([
      one.post(`${batch}/hand-back`, body),
      one.post(`${batch}/hand-back`, body),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    await test.deps.relay.soon();
    const [task] = (await tasksOf(test, role)).filter(({ slots }) =>
      slots.some(({ state }) => state === 'free'),
    );
    expect(task?.slots.map(({ state, draft }) => [state, draft])).toContainEqual(['free', null]);
    expect(await takeFree(one)).toBe(0);
    expect(await takeFree(two)).toBe(0);
    expect(await takeFree(three)).toBe(1);
    expect((await one.get(batch).expect(200)).text).toContain('Handed back');
    const told = await one.post(first, levels(5, 5));
    expect(told.status).toBe(409);
    expect((await one.post(`${batch}/hand-in`)).status).toBe(303);
  });

  it('leaves a seat alone that somebody else took meanwhile, when the event is passed on again', async () => {
    const events = await test.deps.stores.audit.listNewest(role.organisationId, 100);
    const event = events.find(({ type }) => type === 'rating-batch-handed-back');
    if (event === undefined) throw new Error('nothing was handed back');
    expect(JSON.stringify(event)).not.toContain('tomorrow');
    const before = await tasksOf(test, role);
    await freeSeats(test.deps, event);
    expect(await tasksOf(test, role)).toEqual(before);
  });

  it('is shown with its reason to who allocates, and the rating goes on to its end', async () => {
    const desk = load((await role.lead.get(deskOf(role)).expect(200)).text);
    expect(desk('main').text()).toContain('I am away from tomorrow on.');
    for (const rater of [one, two, three]) await rateAll(test, rater, levels(3, 3));
    expect((await tasksOf(test, role)).map(({ state }) => state)).toEqual(['resolved', 'resolved']);
  });

  it('cannot be handed back once it is handed in', async () => {
    const [batch] = (
      await test.deps.stores.ratingBatches.listOfRater(role.organisationId, two.actor.personId)
    ).filter(({ state }) => state === 'handed-in');
    const late = await two.post(`/rating/batches/${batch?.id}/hand-back`, { because: 'Too late.' });
    expect(late.headers['location']).toBe(`/rating/batches/${batch?.id}`);
    const kept = await test.deps.stores.ratingBatches.find(role.organisationId, batch?.id as never);
    expect(kept?.state).toBe('handed-in');
  });
});

describe('two windows of one rater on one response', () => {
  let rater: Staff;
  let seat: string;
  const draftOf = (text: string) => load(text)('input[name=draft]').val();
  const open = async () => draftOf((await rater.get(seat).expect(200)).text);

  it('never lose a finished draft to an older page: both texts are shown, and the rater chooses', async () => {
    const role = await addRatingRole(test, 2);
    await addFinished(test, role);
    await allocate(role);
    [rater] = role.raters as [Staff];
    [seat = ''] = await seatsOf(rater);
    const older = await open();
    const finished = { ...levels(4, 2), reason: 'Read with care.', draft: older };
    expect((await rater.post(seat, finished)).status).toBe(303);
    // The same form sent twice is no conflict.
    expect((await rater.post(seat, finished)).status).toBe(303);
    const half = { 'level-empathy': '1', reason: 'From the other window.', draft: older };
    const refused = await rater.post(seat, half);
    expect(refused.status).toBe(409);
    const page = load(refused.text);
    expect(page('.notice').text()).toContain('Read with care.');
    expect(page('.notice').text()).toContain('Level 2');
    expect(page('textarea[name=reason]').text()).toBe('From the other window.');
    const kept = load((await rater.get(seat)).text);
    expect(kept('textarea[name=reason]').text()).toBe('Read with care.');
    expect((await rater.post(seat, { ...half, draft: draftOf(refused.text) })).status).toBe(303);
    expect(load((await rater.get(seat)).text)('textarea[name=reason]').text()).toBe('From the other window.');
  });

  it('keep the number of the page they were sent from while something else is put right', async () => {
    const older = await open();
    expect((await rater.post(seat, { ...levels(3, 3), draft: older })).status).toBe(303);
    const wrong = await rater.post(seat, { ...levels(9, 3), draft: older });
    expect([wrong.status, draftOf(wrong.text)]).toEqual([422, older]);
    expect((await rater.post(seat, { ...levels(2, 3), draft: older })).status).toBe(409);
  });
});
