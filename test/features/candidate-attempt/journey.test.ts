import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import request from 'supertest';
import { PUBLIC_URL, startTestApp, type TestApp } from '../../support/test-app.ts';
import { askByLink, give, handlerOf } from '../adjustments/asker.ts';
import { Device, invite, type Invited } from './candidate.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const heading = (device: Device) => device.page('h1').first().text();

async function promiseAnAnswer({ applicant }: Invited): Promise<void> {
  await test.connection
    .collection('organisations')
    .updateOne({ _id: applicant.organisationId }, { $set: { answerWithinDays: 5 } });
}

const sendByLink = ({ token }: Invited, path: string, fields: object = {}) =>
  request(test.app).post(`/i/${token}${path}`).set('Origin', PUBLIC_URL).type('form').send(fields);

describe('a candidate without script', () => {
  it('goes from the link to the receipt', async () => {
    const { token } = await invite(test);
    const device = new Device(test);

    const landing = load((await device.agent.get(`/i/${token}`).expect(200)).text);
    expect(landing('h1').text()).toBe('Travel support agent');
    expect(landing('main').text()).toContain('not yet checked');
    const begun = await device.begin(token);
    expect(begun.status).toBe(303);
    expect(begun.headers['location']).toBe(`/attempts/${device.attemptId}?writer=1`);

    await device.open('');
    expect(heading(device)).toBe('Before you start');
    await device.post('/time', { time: 'plus-50' });
    await device.open('/parts/judgment');
    expect(device.page('main').text()).toContain('45 minutes');
    const started = await device.post('/parts/judgment/start');
    expect(started.headers['location']).toBe(`${device.path('/items/j01')}?writer=1`);

    await device.open('/items/j01');
    expect(device.page('.progress label').text()).toBe('Question 1 of 2');
    const rated = { 'rating-a': '1', 'rating-b': '7', 'rating-c': '4', 'rating-d': '2' };
    const saved = await device.post('/items/j01/response', { seq: 1, go: 'next', ...rated });
    expect(saved.headers['location']).toBe(`${device.path('/items/b01')}?writer=1`);
    const checked = await device.post('/items/b01/response', {
      seq: 1,
      go: 'check',
      best: 'a',
      worst: 'b',
      remind: 'yes',
    });
    expect(checked.headers['location']).toBe(`${device.path('/parts/judgment/check')}?writer=1`);
    await device.open('/parts/judgment/check');
    expect(device.page('tbody tr').eq(0).text()).toContain('Answered');
    expect(device.page('tbody tr').eq(1).text()).toContain('Look again');
    await device.post('/parts/judgment/hand-in');

    await device.open('');
    expect(heading(device)).toBe('Part 1 is done');
    await device.post('/parts/writing/start');
    await device.open('/items/w01');
    expect(device.page('textarea[name=b]')).toHaveLength(0);
    await device.post('/items/w01/response', {
      seq: 1,
      go: 'stay',
      a: 'I am sorry that the train is cancelled.',
    });
    await device.open('/items/w01');
    expect(device.page('textarea[name=a]').text()).toContain('I am sorry');
    expect(device.page('#update').text()).toContain('The last train is cancelled too.');
    await device.post('/items/w01/response', { seq: 2, go: 'next', a: 'I am sorry.', b: 'I book a taxi.' });
    await device.open('/parts/writing/check');
    expect(device.page('.notice.warn').text()).toContain('1 question is not finished');
    await device.post('/parts/writing/hand-in');

    const receipt = await device.agent.get(device.path('')).redirects(1);
    const page = load(receipt.text);
    expect(page('h1').text()).toBe('Thank you. Your answers are in.');
    expect(page('main').text()).toContain('3 answers');
    expect(
      page('blockquote')
        .map((_, element) => page(element).text())
        .get(),
    ).toEqual(['I am sorry.', 'I book a taxi.']);
    expect(page('main').text()).toContain('Your ratings in order: 1, 7, 4, 2.');
    const attempt = await device.attempt();
    expect(attempt.state).toBe('submitted');
    expect(page('main').text()).toContain(attempt.receipt?.code);
  });

  it('comes by everything beside the way, too: what each form leads to says what became of it', async () => {
    const invited = await invite(test);
    await promiseAnAnswer(invited);
    await askByLink(test, invited, { want: ['breaks', 'more-time'], text: 'I need a rest.' });
    const device = new Device(test);
    await device.begin(invited.token);
    await device.open('');
    expect(device.page('#device [data-device=through]').text()).toContain('your connection works');
    expect(device.page('#device a').attr('href')).toMatch(/writer=1#device$/);
    expect((await device.post('/comfort', { theme: 'dark', text: 'large', timer: 'hidden' })).status).toBe(
      303,
    );
    await device.post('/parts/judgment/start');
    await give(test, await handlerOf(test, invited), invited, 'judgment', 15);
    await device.open('/items/j01');
    expect(device.page('[data-timer-text]').text()).toBe('About 45 minutes left');
    await device.open('/adjustments');
    expect(device.page('#asked').text()).toContain('You have 15 minutes more for part 1.');
    await device.open('/items/j01');
    expect(device.page('details button[name=go]').attr('value')).toBe('ask');
    await device.post('/parts/judgment/hand-in');
    await device.open('');
    expect(device.page('main').text()).toContain('The clock is stopped.');
    await device.post('/parts/writing/start');
    await device.post('/items/w01/response', { seq: 1, go: 'stay', a: 'I am sorry.', b: '' });
    await device.post('/parts/writing/hand-in');

    await device.post('/feedback', { epoch: undefined, fair: '5', clear: '4', text: '' });
    await device.open('/receipt');
    expect(device.page('#feedback').text()).toContain('Thank you for telling us');
    await device.post('/reuse', { epoch: undefined, answer: 'yes' });
    await device.open('/receipt');
    expect(device.page('#reuse').text()).toContain('You said yes on');
    await device.post('/reuse', { epoch: undefined, answer: 'no' });
    await device.open('/receipt');
    expect(device.page('#reuse').text()).toContain('If you say yes');

    await sendByLink(invited, '/look-again', { reason: 'The last question did not load.' });
    const asked = load((await request(test.app).get(`/i/${invited.token}`)).text);
    expect(asked('#look-again').text()).toContain('The last question did not load.');
    expect(asked('form[action$="/begin"] button').text()).toBe('See your receipt and your answers');
    await sendByLink(invited, '/withdrawal');
    const after = load((await request(test.app).get(`/i/${invited.token}`)).text);
    expect(after('h1').text()).toBe('You have withdrawn');
  });

  it('tells of begin, part started, part handed in and finished, and of nothing in between', async () => {
    const { token } = await invite(test);
    const device = new Device(test);
    await device.begin(token);
    await device.post('/parts/judgment/start');
    await device.post('/items/j01/response', { seq: 1, go: 'next', 'rating-a': '1' });
    await device.post('/parts/judgment/hand-in');
    await device.post('/parts/writing/start');
    await device.post('/parts/writing/hand-in');
    expect((await device.told()).sort()).toEqual([
      'attempt-begun',
      'attempt-finished',
      'part-handed-in',
      'part-handed-in',
      'part-started',
      'part-started',
    ]);
  });
});
