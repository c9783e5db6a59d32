import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { signInAs, type Staff } from '../../support/actors.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { addFinished, addRatingRole, tasksOf, type Finished, type RatingRole } from './rating-role.ts';
import { allocate, deskOf, levels, rateAll, seatsOf } from './working-raters.ts';

let test: TestApp;
let role: RatingRole;
let finished: Finished;
let rater: Staff;
let other: Staff;
let owner: Staff;
let seat: string;
const taskOf = (address: string) => address.split('/tasks/')[1] ?? '';

beforeAll(async () => {
  test = await startTestApp();
  role = await addRatingRole(test, 3);
  finished = await addFinished(test, role);
  owner = await signInAs(test, role.organisationId, ['owner']);
  [rater, other] = role.raters as [Staff, Staff];
  await allocate(role, [rater, other]);
  const seats = await seatsOf(rater);
  const tasks = await tasksOf(test, role);
  const ofFirstPrompt = tasks.find(({ itemId }) => (itemId as string) === 'p1')?.id ?? '';
  seat = seats.find((address) => taskOf(address) === ofFirstPrompt) ?? '';
});
afterAll(() => test.close());

const trail = () => test.connection.collection('auditEvents').find({}).toArray();

const draftOf = async () =>
  (await tasksOf(test, role))
    .find(({ id }) => id === taskOf(seat))
    ?.slots.find(({ raterId }) => raterId === rater.actor.personId)?.draft;

describe('a report button', () => {
  it('is a button of the rating form, so that it sends what was typed, also without script', async () => {
    const page = load((await rater.get(seat).expect(200)).text);
    const form = page('form[data-keys]').attr('id');
    for (const go of ['conflict', 'identifies', 'risk']) {
      expect(page(`dialog#${go} button[type=submit]`).attr()).toMatchObject({ form, name: 'go', value: go });
    }
  });
});

describe('a response that tells who wrote it', () => {
  it('waits for the lead, who hides the words from raters without changing the response', async () => {
    expect((await rater.post(seat, { ...levels(3, 2), go: 'identifies' })).status).toBe(303);
    expect((await draftOf())?.levels).toEqual({ empathy: 3, communication: 2 });
    expect((await role.lead.get('/').expect(200)).text).toContain('1 response tells who wrote it');
    const list = load((await role.lead.get(`${deskOf(role)}/decisions`).expect(200)).text);
    const page = list('a[href*="/rating/identifying/"]').attr('href') ?? '';
    const wrong = await role.lead.post(page, { words: 'lost a day\nnot in the text' });
    expect(wrong.status).toBe(422);
    expect(load(wrong.text)('textarea[name=words]').text()).toContain('lost a day');
    expect(wrong.text).toContain('“not in the text”');
    expect((await rater.get(seat)).text).toContain('lost a day');
    expect((await role.lead.post(page, { words: 'lost a day' })).status).toBe(303);
    const masked = load((await rater.get(seat).expect(200)).text)('[data-response]')
      .first()
      .text();
    expect(masked).toBe('I am sorry that you ████ █ ███.');
    const attempt = await test.deps.stores.attempts.find(
      role.organisationId,
      role.requisition.id,
      finished.attempt.id,
    );
    expect(attempt?.responses['p1' as never]).toMatchObject({
      value: { a: 'I am sorry that you lost a day.' },
    });
  });

  it('keeps the place of quoted words, and takes no quote of what is hidden', async () => {
    const refused = await rater.post(seat, { ...levels(3, 3), 'quote-empathy': 'lost a day' });
    expect(refused.status).toBe(422);
    expect((await rater.post(seat, { ...levels(3, 3), 'quote-empathy': 'I am sorry' })).status).toBe(303);
  });
});

describe('a response after which somebody may be at risk', () => {
  it('stands on the contact’s home page and nobody else’s, until it is seen to', async () => {
    expect((await rater.post(seat, { ...levels(4, 2), go: 'risk' })).status).toBe(303);
    expect((await draftOf())?.levels).toEqual({ empathy: 4, communication: 2 });
    const path = `/risks/${taskOf(seat)}`;
    expect((await owner.get('/').expect(200)).text).toContain(path);
    expect((await rater.get('/')).text).not.toContain(path);
    await rater.get(path).expect(404);
    await role.lead.get(path).expect(404);
    expect((await owner.get(path).expect(200)).text).toContain('I am sorry that you lost a day.');
    expect((await owner.post(path)).status).toBe(303);
    expect((await owner.get('/')).text).not.toContain(path);
    await test.deps.relay.soon();
    const events = JSON.stringify(await trail());
    expect(events).toContain('risk-reported');
    expect(events).toContain('risk-seen-to');
    expect(events).not.toContain('sorry');
  });
});

describe('a report beside something that cannot be saved', () => {
  it.each([
    ['words that are not in the response', { 'quote-empathy': 'never written' }],
    ['a reason that is too long', { reason: 'x'.repeat(1001) }],
  ])('counts, and shows again what was typed: %s', async (_why, wrong) => {
    const refused = await rater.post(seat, { ...levels(5, 1), ...wrong, go: 'risk' });
    expect(refused.status).toBe(422);
    const page = load(refused.text);
    expect(page('.summary').text()).toContain('The contact for candidates is told');
    expect(page('input[name=level-empathy]:checked').val()).toBe('5');
    const path = `/risks/${taskOf(seat)}`;
    expect((await owner.get('/')).text).toContain(path);
    expect((await owner.post(path)).status).toBe(303);
  });
});

describe('a rater who knows the writer', () => {
  it('gives back all seats of that person, also in other prompts, and gets none again', async () => {
    expect((await rater.post(seat, { ...levels(2, 2), go: 'conflict' })).status).toBe(303);
    for (const task of await tasksOf(test, role)) {
      expect(task.notRaterIds).toContain(rater.actor.personId);
      expect(task.slots.map(({ raterId }) => raterId)).not.toContain(rater.actor.personId);
      expect(task.slots.filter(({ state }) => state === 'free')).toHaveLength(1);
    }
    expect(await seatsOf(rater)).toEqual([]);
    await rateAll(test, other, levels(3, 4));
    const late = await rater.post(seat, { ...levels(5, 5), reason: 'typed too late' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('typed too late');
  });
});
