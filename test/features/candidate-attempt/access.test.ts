import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import request from 'supertest';
import { PUBLIC_URL, startTestApp, type TestApp } from '../../support/test-app.ts';
import { aForm } from '../../core/form/a-form.ts';
import { aSittingDevice, Device, invite } from './candidate.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

describe('an attempt', () => {
  it('of somebody else looks like one that does not exist', async () => {
    const mine = await aSittingDevice(test, await invite(test));
    const other = await aSittingDevice(test, await invite(test));
    const cookie = `attune-candidate=${'A'.repeat(22)}`;
    const strange = `/attempts/${'A'.repeat(22)}`;
    for (const path of ['', '/items/j01', '/parts/judgment/check', '/receipt', '/state', '/practice/p01']) {
      const foreign = await request(test.app).get(other.path(path)).set('Cookie', cookie);
      const absent = await request(test.app).get(`${strange}${path}`).set('Cookie', cookie);
      expect([foreign.status, absent.status]).toEqual([404, 404]);
      expect(load(foreign.text)('main').text()).toBe(load(absent.text)('main').text());
    }
    const save = await request(test.app)
      .post(other.path('/items/j01/response'))
      .set('Cookie', cookie)
      .set('Accept', 'application/json')
      .send({ epoch: '1', seq: '1', 'rating-a': '1', _csrf: await mine.csrf() });
    expect(save.status).toBe(404);
  });

  it('gives back what was typed without a script on a device that lost its connection', async () => {
    const device = await aSittingDevice(test, await invite(test));
    const fields = {
      epoch: 1,
      seq: 1,
      go: 'next',
      a: 'I am sorry that you lost a day.\nI call you at nine.',
    };
    const post = (agent: ReturnType<typeof request.agent>) =>
      agent.post(device.path('/items/w01/response')).set('Origin', PUBLIC_URL).type('form').send(fields);
    const lost = await post(request.agent(test.app));
    expect(lost.status).toBe(404);
    const page = load(lost.text);
    expect(page('h1').text()).toBe('Open your invitation link again');
    expect(page('.own-text').text()).toBe(fields.a);
    expect(page('form').attr('action')).toBe(device.path('/items/w01/response'));
    expect(page('input[name=a]').attr('value')).toBe(fields.a);
    // With the link opened again the form comes back once more, with the token of this device.
    const again = await post(device.agent);
    expect([again.status, again.text.includes('I call you at nine.')]).toEqual([403, true]);
  });

  it('changes by no request without the token of this device', async () => {
    const device = await aSittingDevice(test, await invite(test));
    const before = await device.attempt();
    const posts: [string, object][] = [
      ['/items/j01/response', { epoch: 1, seq: 1, go: 'next', 'rating-a': 1 }],
      ['/parts/judgment/hand-in', { epoch: 1 }],
      ['/parts/writing/start', { epoch: 1 }],
      ['/claim', {}],
      ['/time', { epoch: 1, time: 'plus-50' }],
      ['/heartbeat', { epoch: 1 }],
    ];
    for (const [path, fields] of posts) {
      const answer = await device.agent.post(device.path(path)).type('form').send(fields);
      expect([path, answer.status]).toEqual([path, 403]);
    }
    expect(await device.attempt()).toEqual(before);
  });

  it('changes by no form of a window that is not the writer', async () => {
    const device = await aSittingDevice(test, await invite(test));
    await device.csrf();
    device.epoch = 0;
    await device.post('/parts/judgment/hand-in');
    await device.post('/items/j01/response', { seq: 1, go: 'next', 'rating-a': 1 });
    expect(await device.attempt()).toMatchObject({
      parts: { judgment: { state: 'running' } },
      responses: {},
    });
  });

  it('offers no form that would pass for the writer where the address does not name it', async () => {
    const device = new Device(test);
    await device.begin((await invite(test)).token);
    for (const path of ['', '/parts/judgment', '/practice/p01']) {
      await device.open(path, null);
      const epochs = device.page('input[name=epoch]').map((_, input) => device.page(input).attr('value'));
      expect(new Set(epochs.get())).toEqual(new Set(['0']));
    }
  });

  it('is only shown where the address does not name the writer, and continues there on request', async () => {
    const device = await aSittingDevice(test, await invite(test));
    await device.open('/items/j01', null);
    expect(device.page('fieldset[disabled]')).toHaveLength(1);
    const claimed = await device.post('/claim', { item: 'j01', epoch: undefined });
    expect(claimed.headers['location']).toBe(`${device.path('/items/j01')}?writer=2`);
    await device.open('/items/j01', 2);
    expect(device.page('fieldset[disabled]')).toHaveLength(0);
  });
});

describe('what a candidate’s page holds', () => {
  it('is nothing of criteria, keys, ratings of others or other people', async () => {
    const secret = { dimension: 'hidden-dimension', key: { a: 6.1234 } };
    const items = aForm().items.map((item) => ({ ...item, ...secret }));
    const invited = await invite(test, { form: aForm({ items }) });
    const device = await aSittingDevice(test, invited);
    const pages = [
      await device.open(''),
      await device.open('/items/j01'),
      await device.open('/parts/judgment/check'),
    ];
    await device.post('/parts/judgment/hand-in');
    await device.post('/parts/writing/start');
    await device.post('/items/w01/response', { seq: 1, go: 'stay', a: 'text', b: '' });
    pages.push(await device.open('/items/w01'));
    await device.post('/parts/writing/hand-in');
    pages.push(await device.open('/receipt'));
    for (const { text } of pages) {
      expect(text).not.toMatch(/hidden-dimension|6\.1234|"criterion"|empathy|Noor Haddad/);
      expect(text).not.toContain(invited.applicant.label);
      expect(text).not.toContain(invited.token);
      expect(text).not.toContain(invited.applicant.id);
    }
  });

  it('tells of the second step of a prompt only when the first is saved', async () => {
    const device = await aSittingDevice(test, await invite(test));
    await device.post('/parts/judgment/hand-in');
    await device.post('/parts/writing/start');
    expect((await device.open('/items/w01')).text).not.toContain('last train');
    await device.post('/items/w01/response', { seq: 1, go: 'stay', a: '  ', b: '' });
    expect((await device.open('/items/w01')).text).not.toContain('last train');
    await device.post('/items/w01/response', { seq: 2, go: 'stay', a: 'text', b: '' });
    expect((await device.open('/items/w01')).text).toContain('last train');
  });

  it('of practice explains after an answer and stores nothing', async () => {
    const device = new Device(test);
    await device.begin((await invite(test)).token);
    expect((await device.open('/practice/p01')).text).not.toContain('Asking first tells you more.');
    const answer = await device.post('/practice/p01', { 'rating-a': '2' });
    expect(answer.text).toContain('Asking first tells you more.');
    expect(load(answer.text)('#rating-a-2').attr('checked')).toBeDefined();
    expect((await device.attempt()).responses).toEqual({});
    expect((await device.open('/practice/j01')).status).toBe(404);
  });

  it('shows times and texts of the wish of the device', async () => {
    const device = new Device(test);
    await device.begin((await invite(test)).token);
    await device.post('/comfort', { theme: 'dark', text: 'large' });
    await device.open('');
    expect(device.page('html').attr('data-theme')).toBe('dark');
    expect(device.page('html').attr('data-text')).toBe('large');
    expect(device.page('html').attr('data-clock')).toBeUndefined();
    await device.post('/comfort', { theme: 'dark', text: 'large', timer: 'hidden' });
    await device.post('/parts/judgment/start');
    await device.open('/items/j01');
    expect(device.page('html').attr('data-clock')).toBe('hidden');
    expect(device.page('[data-timer]').attr('data-late')).toBeUndefined();
    expect(device.page('.timer noscript').text()).toMatch(/Ends at \d\d:\d\d \(UTC\)/);
    test.advance(26 * 60_000);
    await device.open('/items/j01');
    expect(device.page('[data-timer]').attr('data-late')).toBeDefined();
  });

  it('says on top what is not saved, leads to it, and clears nothing', async () => {
    const device = await aSittingDevice(test, await invite(test));
    const refused = await device.post('/items/b01/response', { seq: 1, go: 'next', best: 'a', worst: 'a' });
    const page = load(refused.text);
    expect(refused.status).toBe(422);
    expect(page('.summary a').attr('href')).toBe('#answer-error');
    expect(page('#answer-error').text()).toContain('cannot be the same');
    expect(page('input[name=best][value=a]').attr('checked')).toBeDefined();
  });
});
