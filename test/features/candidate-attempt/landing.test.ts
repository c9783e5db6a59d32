import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import request from 'supertest';
import { PUBLIC_URL, startTestApp, type TestApp } from '../../support/test-app.ts';
import { Device, invite, linkTokenFor } from './candidate.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const attemptsOf = (applicantId: string) =>
  test.connection.collection('attempts').countDocuments({ applicantId });

describe('an invitation link', () => {
  it('is not used up by being opened, by GET or HEAD, a hundred times', async () => {
    const { token, applicant } = await invite(test);
    for (let n = 0; n < 50; n += 1) {
      await request(test.app).get(`/i/${token}`).expect(200);
      await request(test.app).head(`/i/${token}`).expect(200);
    }
    expect(await attemptsOf(applicant.id)).toBe(0);
    expect((await new Device(test).begin(token)).status).toBe(303);
  });

  it('says who asks, what for, how long, who sees it, whom to ask, and what it is not yet', async () => {
    const { token } = await invite(test);
    const text = load((await request(test.app).get(`/i/${token}`)).text)('main').text();
    for (const words of [
      'Harbour Line Support',
      'Travel support agent',
      'Most people need 15–25 minutes',
      'The limit is 30 minutes, set by the author and not yet checked',
      'a code instead of your name until the shortlist',
      'hiring@example.org',
      'No panel of experts has checked its key yet',
      'no chatbot writes for you',
      'We keep whether you began on a phone, a tablet or a computer',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('says whose key it is once a panel of experts has made it, and which notice was read', async () => {
    const { token, requisition } = await invite(test);
    const panelKey = { experts: 7, publishedAt: test.deps.clock() };
    const intakes = requisition.intakes.map((intake) => ({ ...intake, panelKey }));
    await test.deps.stores.requisitions.change(requisition, { intakes }, []);
    const text = load((await request(test.app).get(`/i/${token}`)).text)('main').text();
    expect(text).toContain('The key was made by a panel of people who know such jobs');
    expect(text).not.toContain('No panel of experts');
    const device = new Device(test);
    await device.begin(token);
    expect(await device.attempt()).toMatchObject({ noticeVersion: '4-panel' });
  });

  it('makes one attempt, however many press Begin at once', async () => {
    const { token, applicant } = await invite(test);
    const devices = Array.from({ length: 12 }, () => new Device(test));
    const answers = await Promise.all(devices.map((device) => device.begin(token)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    expect(new Set(devices.map(({ attemptId }) => attemptId)).size).toBe(1);
    expect(new Set(devices.map(({ epoch }) => epoch)).size).toBe(12);
    expect(await attemptsOf(applicant.id)).toBe(1);
  });

  it('needs both boxes and keeps what was ticked', async () => {
    const { token, applicant } = await invite(test);
    const answer = await request(test.app)
      .post(`/i/${token}/begin`)
      .set('Origin', PUBLIC_URL)
      .type('form')
      .send({ read: 'yes' })
      .expect(422);
    const page = load(answer.text);
    expect(page('#read').attr('checked')).toBeDefined();
    expect(
      page('.summary a')
        .map((_, link) => page(link).attr('href'))
        .get(),
    ).toEqual(['#assistance']);
    expect(await attemptsOf(applicant.id)).toBe(0);
  });

  it('records which notice was read and when', async () => {
    const device = new Device(test);
    await device.begin((await invite(test)).token);
    const attempt = await device.attempt();
    expect(attempt).toMatchObject({ noticeVersion: '4', noticeReadAt: test.deps.clock() });
    expect(attempt.assistanceAcknowledgedAt).toEqual(test.deps.clock());
  });

  it('keeps on which kind of device it was begun, nothing else of that device and nothing of the next', async () => {
    const { token } = await invite(test);
    const phone = new Device(test);
    phone.agent
      .set('Sec-CH-UA-Mobile', '?1')
      .set('User-Agent', 'Mozilla/5.0 (Linux; Android 10; K) Zzbrowser/131.0');
    await phone.begin(token);
    const computer = new Device(test);
    computer.agent
      .set('Sec-CH-UA-Mobile', '?0')
      .set('User-Agent', 'Mozilla/5.0 (Windows NT 10.0) Zzbrowser/131.0');
    await computer.begin(token);
    const row = await test.connection.collection('attempts').findOne({ _id: phone.attemptId });
    expect(row).toMatchObject({ deviceClass: 'phone' });
    for (const other of ['Zzbrowser', '131.0', 'Android', 'Windows', 'computer', '?1', '?0'])
      expect(JSON.stringify(row)).not.toContain(other);
  });

  it('does not guess a device that does not tell what it is', async () => {
    const device = new Device(test);
    device.agent.set('User-Agent', 'a program');
    await device.begin((await invite(test)).token);
    const row = await test.connection.collection('attempts').findOne({ _id: device.attemptId });
    expect(row).toMatchObject({ deviceClass: null });
  });

  it('begins only from our own page', async () => {
    const { token, applicant } = await invite(test);
    const post = () =>
      request(test.app).post(`/i/${token}/begin`).type('form').send({ read: 'yes', assistance: 'yes' });
    expect((await post()).status).toBe(403);
    expect((await post().set('Origin', 'https://elsewhere.example')).status).toBe(403);
    expect((await post().set('Sec-Fetch-Site', 'cross-site').set('Origin', PUBLIC_URL)).status).toBe(403);
    expect(await attemptsOf(applicant.id)).toBe(0);
    expect((await post().set('Sec-Fetch-Site', 'same-origin')).status).toBe(303);
  });

  it('sets a cookie of its own for the attempt alone and leads to an address without the token', async () => {
    const { token } = await invite(test);
    const device = new Device(test);
    const answer = await device.begin(token);
    const [cookie] = answer.headers['set-cookie'] as unknown as string[];
    expect(cookie).toMatch(
      new RegExp(
        `^attune-candidate=[\\w-]{22}\\.[\\w-]{22}; Max-Age=\\d+; Path=/attempts/${device.attemptId}; .*HttpOnly; SameSite=Lax$`,
      ),
    );
    expect(answer.headers['location']).not.toContain(token);
    const value = /=([\w-]{22})\./.exec(cookie ?? '')?.[1] ?? '';
    expect(JSON.stringify(await device.attempt())).not.toContain(value);
  });

  it('that is forged, cut off or unknown is answered alike', async () => {
    const { token, applicant } = await invite(test);
    const unknown = linkTokenFor(test, { id: 'AAAAAAAAAAAAAAAAAAAAAA' as never, linkVersion: 0 });
    const forged = `${applicant.id}.0.${'A'.repeat(43)}`;
    const answers = await Promise.all(
      [unknown, forged, token.slice(0, -1), `${token}x`, 'x', '%24ne'].map((one) =>
        request(test.app).get(`/i/${one}`),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
    expect(new Set(answers.map(({ text }) => load(text)('h1').text())).size).toBe(1);
  });

  it('that was replaced, ran out or belongs to a closed role says what to do and whom to ask', async () => {
    const replaced = await invite(test, { applicant: { linkVersion: 1 } });
    const old = linkTokenFor(test, { id: replaced.applicant.id, linkVersion: 0 });
    const expired = await invite(test, { applicant: { linkExpiresAt: test.deps.clock() } });
    const closed = await invite(test, { requisition: { state: 'closed' } });
    for (const token of [old, expired.token, closed.token]) {
      const answer = await request(test.app).get(`/i/${token}`).expect(410);
      expect(load(answer.text)('main').text()).toContain('hiring@example.org');
      expect((await new Device(test).begin(token)).status).toBe(410);
    }
  });

  it('continues a begun attempt on another device, also after the time to begin has passed', async () => {
    const { token, applicant } = await invite(test);
    const first = new Device(test);
    await first.begin(token);
    await test.connection
      .collection('applicants')
      .updateOne({ _id: applicant.id }, { $set: { linkExpiresAt: new Date(0) } });
    const landing = load((await request(test.app).get(`/i/${token}`).expect(200)).text);
    expect(landing('button').text()).toBe('Continue here');
    const second = new Device(test);
    await second.begin(token);
    expect(second.attemptId).toBe(first.attemptId);
    expect(second.epoch).toBe(first.epoch + 1);
    await first.open('');
    expect(first.page('#read-only-heading')).toHaveLength(1);
    await second.open('');
    expect(second.page('#read-only-heading')).toHaveLength(0);
  });
});
