import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import type request from 'supertest';
import { orderErasure } from '../../../src/features/erasure/order-erasure.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { aSittingDevice, Device, invite, type Invited } from '../candidate-attempt/candidate.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

/** Collections of the whole database in which this text occurs anywhere. */
async function whereIs(text: string): Promise<string[]> {
  const { db } = test.connection;
  if (!db) throw new Error('not connected');
  const collections = await db.listCollections().toArray();
  const found = await Promise.all(
    collections.map(async ({ name }) => ({ name, rows: await db.collection(name).find({}).toArray() })),
  );
  return found.filter(({ rows }) => JSON.stringify(rows).includes(text)).map(({ name }) => name);
}

/** Everything a device may send at once: saves of the script and of forms, in and out of turn, and all the rest. */
function sendEverything(device: Device, token: string, text: string): Promise<request.Response>[] {
  const form = '/items/w01/response';
  return [
    ...[1, 2, 1].map((seq) => device.save('w01', { seq: String(seq), a: `${text} ${seq}`, b: '' })),
    device.post(form, { seq: 3, go: 'next', a: `${text} form`, b: '' }),
    device.post(form, { seq: 9, go: 'stay', claim: 'yes', a: text, b: text }),
    device.post('/parts/writing/hand-in'),
    device.post('/claim', { epoch: undefined }),
    device.post('/heartbeat'),
    device.open('/items/w01'),
    new Device(test).begin(token),
  ];
}

async function aWriter() {
  const invited = await invite(test);
  const device = await aSittingDevice(test, invited);
  await device.post('/parts/judgment/hand-in');
  await device.post('/parts/writing/start');
  await device.csrf();
  return { invited, device };
}

/** As the page and the command order it, without the time that a sign-in takes. */
async function erase({ applicant }: Invited): Promise<void> {
  const target = await test.deps.stores.erasure.findTarget(applicant.id);
  if (target === null) throw new Error('nobody is there');
  await orderErasure(test.deps, null, target);
  await test.deps.relay.soon();
}

const later = (ms: number) => new Promise((done) => setTimeout(done, ms));

describe('erasing an applicant who is writing', () => {
  it('answers no request with a fault, and leaves not a word of what was on its way', async () => {
    const text = `canary${randomBytes(6).toString('hex')}`;
    const seen = new Map<number, number>();
    for (let round = 0; round < 12; round += 1) {
      const { invited, device } = await aWriter();
      const erasing = later(round * 5).then(() => erase(invited));
      const answers = await Promise.all(sendEverything(device, invited.token, text));
      await erasing;
      answers.push(...(await Promise.all(sendEverything(device, invited.token, text))));
      for (const { status } of answers) seen.set(status, (seen.get(status) ?? 0) + 1);
    }
    expect([...seen.keys()].filter((status) => status >= 500)).toEqual([]);
    expect(seen.get(410)).toBeGreaterThan(0);
    expect(seen.get(200)).toBeGreaterThan(0);

    for (let turn = 0; turn < 3; turn += 1) {
      test.advance(61_000);
      await test.runJobs();
    }
    expect(await whereIs(text)).toEqual([]);
  }, 120_000);

  it('tells the script in one word and people on a page that the test was erased', async () => {
    const { invited, device } = await aWriter();
    await erase(invited);
    const saved = await device.save('w01', { seq: '1', a: 'too late', b: '' });
    expect([saved.status, saved.body]).toEqual([410, { error: 'erased' }]);
    const posted = await device.post('/items/w01/response', { seq: 1, go: 'next', a: 'too late', b: '' });
    expect(posted.status).toBe(410);
    expect(posted.text).toContain('This test has been erased');
    expect(posted.text).toContain('hiring@example.org');
    expect(posted.text).not.toContain('too late');
  });

  it('says nothing of it to a device with another cookie', async () => {
    const { invited, device } = await aWriter();
    const stranger = await aWriter();
    await erase(invited);
    const cookie = `attune-candidate=${'A'.repeat(22)}.${stranger.invited.applicant.id}`;
    const answer = await new Device(test).agent.get(device.path('')).set('Cookie', cookie);
    expect(answer.status).toBe(404);
    expect(answer.text).not.toContain('hiring@example.org');
  });
});
