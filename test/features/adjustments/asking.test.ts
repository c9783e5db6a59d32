import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import request from 'supertest';
import { newId } from '../../../src/ops/secrets.ts';
import { staffEvent } from '../../../src/ops/new-event.ts';
import { written } from '../../core/scoring/a-form.ts';
import { signInAs } from '../../support/actors.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { aSittingDevice, invite } from '../candidate-attempt/candidate.ts';
import { addFinished, addRatingRole, RESPONSES, tasksOf } from '../rating-desk/rating-role.ts';
import { anAsker, askByLink, give, handlerOf, openRequest, storedOf } from './asker.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

describe('asking', () => {
  it('needs only the link, one tick or one sentence, and says by when there is an answer', async () => {
    const invited = await anAsker(test, { want: ['breaks', 'talk'], text: 'I use\r\na screen reader.' });
    const [stored] = await storedOf(test, invited);
    expect(stored).toMatchObject({
      wants: ['breaks', 'talk'],
      text: 'I use\na screen reader.',
      state: 'open',
    });
    const { text } = await request(test.app).get(`/i/${invited.token}/adjustments`);
    expect(load(text)('#asked').text()).toContain('You get an answer by');
    expect(
      await test.deps.stores.attempts.findByApplicant(
        invited.applicant.organisationId,
        invited.applicant.requisitionId,
        invited.applicant.id,
      ),
    ).toBeNull();
  });

  it('costs nobody the time to begin, and staff who invite see nothing of it', async () => {
    const linkExpiresAt = new Date(test.deps.clock().getTime() + HOUR);
    const invited = await invite(test, { applicant: { linkExpiresAt } });
    const isOpen = async () => {
      const { text } = await request(test.app).get(`/i/${invited.token}`);
      return load(text)('h1').text() === invited.requisition.title;
    };
    await askByLink(test, invited, { want: 'talk' });
    test.advance(30 * HOUR);
    expect(await isOpen()).toBe(true);
    const stored = await test.connection.collection('applicants').findOne({ _id: invited.applicant.id });
    expect(stored?.['linkExpiresAt']).toEqual(linkExpiresAt);
    const idle = await invite(test, { applicant: { linkExpiresAt: test.deps.clock() } });
    await askByLink(test, idle, { want: 'talk' });
    const { text } = await request(test.app).get(`/i/${idle.token}`);
    expect(load(text)('h1').text()).toBe('The time to begin has passed');
  });

  it('twice with the same form is one request; five unanswered ones are enough', async () => {
    const invited = await invite(test);
    const same = { request: newId<string>(), want: 'talk' };
    await Promise.all([askByLink(test, invited, same), askByLink(test, invited, same)]);
    expect(await storedOf(test, invited)).toHaveLength(1);
    for (let more = 0; more < 4; more += 1) await askByLink(test, invited, { want: 'talk' });
    const sixth = await askByLink(test, invited, { text: 'And one more' });
    expect(sixth.status).toBe(422);
    expect(load(sixth.text)('#text').val()).toBe('And one more');
    expect(await storedOf(test, invited)).toHaveLength(5);
  });

  it('for nothing, or in too many words, is said and keeps what was typed', async () => {
    const invited = await invite(test);
    const empty = await askByLink(test, invited, {});
    expect([empty.status, load(empty.text)('[role=alert], .error-summary').text()]).toEqual([
      422,
      expect.stringContaining('Tick what would help you'),
    ]);
    const long = await askByLink(test, invited, { want: 'breaks', text: 'x'.repeat(501) });
    expect(long.status).toBe(422);
    expect(load(long.text)('#text').val()).toBe('x'.repeat(501));
    expect(load(long.text)('input[value=breaks]').attr('checked')).toBeDefined();
    const foreign = await request(test.app)
      .post(`/i/${invited.token}/adjustments`)
      .set('Origin', 'https://elsewhere.example')
      .type('form')
      .send({ request: newId<string>(), want: 'talk' });
    expect(foreign.status).toBe(403);
    expect(await storedOf(test, invited)).toEqual([]);
  });

  it('for larger text alone makes it larger at once and bothers nobody', async () => {
    const invited = await invite(test);
    const answer = await askByLink(test, invited, { want: 'large-text' });
    expect(String(answer.headers['set-cookie'])).toContain('attune-text=large');
    expect(await storedOf(test, invited)).toEqual([]);
  });

  it('from a question saves first, and the tab stays the writer', async () => {
    const device = await aSittingDevice(test, await invite(test));
    await device.open('/items/j01');
    expect(device.page('button[name=go][value=ask]').attr('form')).toBe('response');
    const saved = await device.post('/items/j01/response', { seq: '1', 'rating-a': '3', go: 'ask' });
    expect(saved.headers['location']).toBe(device.path(`/adjustments?writer=${device.epoch}`));
    expect((await device.attempt()).responses['j01' as never]).toMatchObject({ seq: 1 });
    await device.open('/adjustments');
    const fields = { request: device.page('input[name=request]').attr('value'), want: 'more-time' };
    const { csrf, agent } = { csrf: await device.csrf(), agent: device.agent };
    const asked = await agent
      .post(device.path('/adjustments'))
      .type('form')
      .send({ ...fields, writer: String(device.epoch), _csrf: csrf });
    expect(asked.headers['location']).toBe(device.path(`/adjustments?writer=${device.epoch}#asked`));
  });

  it('is not possible with a link that was replaced, or of somebody who was erased', async () => {
    const replaced = await invite(test, { applicant: { linkVersion: 0 } });
    await test.connection
      .collection('applicants')
      .updateOne({ _id: replaced.applicant.id }, { $set: { linkVersion: 1 } });
    const old = await request(test.app).get(`/i/${replaced.token}/adjustments`);
    expect([old.status, old.headers['location']]).toEqual([303, `/i/${replaced.token}`]);
    const erased = await invite(test, { applicant: { state: 'erasing' } });
    expect((await request(test.app).get(`/i/${erased.token}/adjustments`)).status).toBe(404);
  });
});

describe('answering in words', () => {
  it('is read by the candidate; what was declined can still be granted', async () => {
    const invited = await anAsker(test, { text: 'May somebody read to me?' });
    const staff = await handlerOf(test, invited);
    const { path } = await openRequest(test, staff, invited);
    expect((await staff.post(`${path}/answer`, { template: 'own', text: '', as: 'answered' })).status).toBe(
      422,
    );
    await staff.post(`${path}/answer`, { template: 'person', text: 'Your sister may.', as: 'declined' });
    const page = load((await request(test.app).get(`/i/${invited.token}/adjustments`)).text);
    expect(page('#asked').text()).toContain('word for word');
    expect(page('#asked').text()).toContain('Your sister may.');
    await give(test, staff, invited, 'judgment', 5);
    expect((await storedOf(test, invited))[0]).toMatchObject({ state: 'granted' });
    const declined = await staff.post(`${path}/answer`, { template: 'own', text: 'No', as: 'declined' });
    expect(load(declined.text)('.error').text()).toContain('cannot be declined');
  });

  it('waits on the queue and on the first page, the overdue marked; staff of other organisations see nothing', async () => {
    const invited = await anAsker(test, { text: 'Help' });
    const staff = await handlerOf(test, invited);
    const other = await handlerOf(test, await invite(test));
    expect(load((await staff.get('/')).text)('main').text()).toContain('1 request waits for an answer');
    expect((await staff.get('/adjustments')).text).not.toContain('overdue');
    test.advance(5 * 24 * HOUR);
    const queue = load((await staff.get('/adjustments')).text);
    expect(queue('#open').text()).toContain('overdue');
    expect(queue('#open').text()).toContain(invited.applicant.label);
    const { path } = await openRequest(test, staff, invited);
    expect((await other.get(path)).status).toBe(404);
    expect((await other.get(`/adjustments/applicants/${invited.applicant.id}`)).status).toBe(404);
    expect((await other.get('/adjustments')).text).not.toContain(invited.applicant.label);
  });
});

describe('somebody who asked in another way', () => {
  it('is found by label or link and gets a request of their own', async () => {
    const invited = await invite(test);
    const staff = await handlerOf(test, invited);
    const { label, id } = invited.applicant;
    const found = load((await staff.get(`/adjustments?find=${label.toLowerCase()}`)).text);
    expect(found('#found a').attr('href')).toBe(`/adjustments/applicants/${id}`);
    const byLink = load(
      (await staff.get(`/adjustments?find=${test.deps.config.publicUrl}/i/${invited.token}`)).text,
    );
    expect(byLink('#found a').text()).toBe(label);
    const page = load((await staff.get(`/adjustments/applicants/${id}`)).text);
    const requestId = page('input[name=request]').attr('value');
    await staff.post(`/adjustments/applicants/${id}/requests`, { request: requestId });
    await staff.post(`/adjustments/applicants/${id}/requests`, { request: requestId });
    expect(await storedOf(test, invited)).toMatchObject([{ origin: 'staff', state: 'open' }]);
    await give(test, staff, invited, 'judgment', 5);
    expect((await storedOf(test, invited))[0]).toMatchObject({ state: 'granted' });
  });

  it('has texts that were kept aside, which are read here with the reason', async () => {
    const invited = await invite(test);
    const staff = await handlerOf(test, invited);
    const device = await aSittingDevice(test, invited);
    await device.post('/parts/judgment/hand-in');
    await device.save('w01', { seq: '1', a: 'Too early <b>' });
    test.advance(MINUTE);
    await device.post('/parts/writing/start');
    test.advance(HOUR);
    expect((await device.save('w01', { seq: '2', a: 'Too late' })).status).toBe(410);
    const { text } = await staff.get(`/adjustments/applicants/${invited.applicant.id}`);
    const main = load(text)('main').text();
    for (const words of [
      'Too early <b>',
      'before the part began',
      'Too late',
      'after the deadline',
      'A cancelled trip',
    ])
      expect(main).toContain(words);
    expect(text).not.toContain('Noor Haddad');
  });
});

describe('a response that the lead settled as written in another language', () => {
  it('comes to the queue once, with its text', async () => {
    const role = await addRatingRole(test, 0);
    const text = 'Ich rufe den Kunden zurück.';
    const started = { startedAt: test.deps.clock(), deadlineMs: null, creditMs: 0, credits: [] };
    const handedIn = {
      ...started,
      state: 'closed',
      closedAt: test.deps.clock(),
      closedBy: 'hand-in',
    } as const;
    const parts = { judgment: handedIn, writing: handedIn };
    const responses = { ...RESPONSES, p1: written(text, text) };
    const { applicant } = await addFinished(test, role, responses, { parts });
    const task = (await tasksOf(test, role)).find(({ itemId }) => itemId === 'p1');
    const by = role.lead.actor.personId;
    const resolution = { kind: 'unratable', reason: 'other-language', by, because: 'German' };
    await test.connection
      .collection('ratingTasks')
      .updateOne({ _id: task?.id as never }, { $set: { state: 'resolved', resolution } });
    const { organisationId } = role;
    const requisitionId = role.requisition.id;
    const facts = { requisitionId, applicantId: applicant.id, taskId: task?.id ?? '' };
    for (let twice = 0; twice < 2; twice += 1) {
      const requisition = await test.deps.stores.requisitions.find(organisationId, requisitionId);
      if (requisition === null) throw new Error('no role');
      const at = test.deps.clock();
      const event = staffEvent(by, { type: 'response-settled', at, organisationId, facts });
      await test.deps.stores.requisitions.change(requisition, {}, [event]);
      await test.deps.relay.soon();
    }
    const staff = await signInAs(test, organisationId, ['adjustments']);
    const queue = load((await staff.get('/adjustments')).text);
    expect(queue('#open tbody tr').length).toBe(1);
    expect(queue('#open').text()).toContain('A response in another language');
    const request = await staff.get(queue('#open a').attr('href') ?? '');
    expect(load(request.text)('main').text()).toContain(text);
  });
});
