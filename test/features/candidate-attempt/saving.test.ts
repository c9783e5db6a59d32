import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { aSittingDevice, invite, told, type Device } from './candidate.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const MINUTE = 60_000;
const sitting = async (): Promise<Device> => aSittingDevice(test, await invite(test));

/** A device whose second part runs: the one with texts. */
async function writing(): Promise<Device> {
  const device = await sitting();
  await device.post('/parts/judgment/hand-in');
  await device.post('/parts/writing/start');
  return device;
}

const keptAside = async (device: Device) => test.deps.stores.quarantine.list(await device.attempt());
const storedOf = async (device: Device, item = 'w01') =>
  (await device.attempt()).responses[item as never] ?? null;

describe('a save by script', () => {
  it('is answered with what is stored, the time of the server and the deadline', async () => {
    const device = await writing();
    const answer = await device.save('w01', { seq: '1', a: 'Hello', b: '' });
    const stored = await storedOf(device);
    const { parts } = await device.attempt();
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      storedSeq: 1,
      hash: stored?.hash,
      savedAt: stored?.savedAt.toISOString(),
      serverNow: test.deps.clock().getTime(),
      deadlineMs: parts['writing' as never]?.deadlineMs,
      epoch: 1,
    });
  });

  it('repeated gets the same receipt; an older one is stale and no error', async () => {
    const device = await writing();
    const first = await device.save('w01', { seq: '1', a: 'one' });
    await device.save('w01', { seq: '3', a: 'three' });
    const again = await device.save('w01', { seq: '3', a: 'three' });
    expect(again.status).toBe(200);
    expect(told(again).storedSeq).toBe(3);
    const late = await device.save('w01', { seq: '1', a: 'one' });
    expect(late.status).toBe(200);
    expect(late.body).toMatchObject({ stale: true, storedSeq: 3 });
    expect(told(first).hash).not.toBe(told(late).hash);
    expect(await keptAside(device)).toEqual([]);
  });

  it('with a used number and another text is refused and kept aside', async () => {
    const device = await writing();
    await device.save('w01', { seq: '1', a: 'one' });
    const answer = await device.save('w01', { seq: '1', a: 'other' });
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({ error: 'superseded', storedSeq: 1 });
    expect((await storedOf(device))?.value).toMatchObject({ a: 'one' });
    expect(await keptAside(device)).toMatchObject([{ reason: 'superseded', value: { a: 'other' } }]);
  });

  it('of a window that is no longer the writer is refused and kept aside', async () => {
    const device = await writing();
    const invited = await device.attempt();
    await test.deps.stores.attempts.claim(invited, null);
    const answer = await device.save('w01', { seq: '1', a: 'from the old window' });
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({ error: 'old-epoch', epoch: 2 });
    expect(await storedOf(device)).toBeNull();
    expect(await keptAside(device)).toMatchObject([{ reason: 'old-epoch' }]);
  });

  it.each([
    [-1000, 200, 0],
    [0, 200, 0],
    [9000, 200, 9000],
    [11_000, 410, null],
  ])('%i ms after the deadline is answered with %i', async (after, status, lateByMs) => {
    const device = await writing();
    test.advance(40 * MINUTE + after);
    const answer = await device.save('w01', { seq: '1', a: 'just in time' });
    expect(answer.status).toBe(status);
    expect((await storedOf(device))?.lateByMs ?? null).toBe(lateByMs);
    if (status === 410) expect(await keptAside(device)).toMatchObject([{ reason: 'late' }]);
  });

  it('before its part starts and after it is handed in is refused and kept aside', async () => {
    const device = await sitting();
    expect((await device.save('w01', { seq: '1', a: 'early' })).status).toBe(409);
    await device.post('/parts/judgment/hand-in');
    expect((await device.save('j01', { seq: '1', 'rating-a': '3' })).status).toBe(410);
    expect((await keptAside(device)).map(({ reason }) => reason)).toEqual(['part-not-running', 'closed']);
  });

  it('that is no answer to its question is refused with a word', async () => {
    const device = await writing();
    const long = await device.save('w01', { seq: '1', a: 'é'.repeat(9000) });
    expect([long.status, told(long).error]).toEqual([413, 'too-long']);
    expect(told(long).words).toContain('Please shorten it');
    const broken = await device.save('w01', { seq: '1', a: 'a\u0000b' });
    expect([broken.status, told(broken).error]).toEqual([422, 'ill-formed-text']);
    expect((await device.save('w01', { seq: '1', a: { $gt: '' } })).status).toBe(422);
    expect((await device.save('w01', { seq: 'x', a: 'text' })).status).toBe(422);
    expect((await device.save('w01', { seq: '0', a: 'text' })).status).toBe(422);
    expect((await device.save('nothing', { seq: '1', a: 'text' })).status).toBe(404);
    expect(await storedOf(device)).toBeNull();
  });

  it('beyond the quota of texts kept aside leaves the text on the device', async () => {
    const device = await writing();
    const attempt = await device.attempt();
    const entry = { itemId: 'w01', epoch: 1, value: {}, bytes: 1, reason: 'late', recvAt: new Date() };
    const { id, ...rest } = { ...attempt };
    await test.connection.collection('quarantinedResponses').insertMany(
      Array.from({ length: 500 }, (_, seq) => ({
        ...entry,
        _id: `${id}:${seq}` as never,
        seq,
        hash: 'h',
        attemptId: id,
        organisationId: rest.organisationId,
        requisitionId: rest.requisitionId,
        applicantId: rest.applicantId,
      })),
    );
    await device.save('w01', { seq: '1', a: 'one' });
    const answer = await device.save('w01', { seq: '1', a: 'other' });
    expect([answer.status, told(answer).error]).toEqual([429, 'over-quota']);
    expect(await keptAside(device)).toHaveLength(500);
  });

  it('keeps the acknowledged text of any order of saves at once', async () => {
    const device = await writing();
    await device.csrf();
    const seqs = Array.from({ length: 24 }, (_, index) => ((index * 7) % 24) + 1);
    const answers = await Promise.all(
      seqs.map((seq) => device.save('w01', { seq: String(seq), a: `text ${seq}` })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await storedOf(device)).toMatchObject({ seq: 24, value: { a: 'text 24' } });
  });
});

describe('texts of every kind', () => {
  it('have one line end, whoever sent them', async () => {
    const device = await writing();
    await device.post('/items/w01/response', { seq: 1, go: 'stay', a: 'one\r\ntwo', b: '' });
    expect((await storedOf(device))?.value).toMatchObject({ a: 'one\ntwo' });
    const answer = await device.save('w01', { seq: '1', a: 'one\ntwo', b: '' });
    expect(answer.body).toMatchObject({ storedSeq: 1 });
  });
});

describe('a form of an older page', () => {
  it('with another text comes back with that text, the stored one beside it, and can be saved again', async () => {
    const device = await writing();
    await device.post('/items/w01/response', { seq: 1, go: 'stay', a: 'first', b: '' });
    await device.post('/items/w01/response', { seq: 2, go: 'stay', a: 'newer', b: '' });
    const answer = await device.post('/items/w01/response', {
      seq: 1,
      go: 'next',
      a: 'typed on the old page',
      b: '',
    });
    expect(answer.status).toBe(409);
    const page = load(answer.text);
    expect(page('textarea[name=a]').text()).toContain('typed on the old page');
    expect(page('blockquote').first().text()).toBe('newer');
    expect(await keptAside(device)).toMatchObject([
      { reason: 'stale', value: { a: 'typed on the old page' } },
    ]);
    const seq = page('input[name=seq]').attr('value');
    await device.post('/items/w01/response', { seq, go: 'next', a: 'typed on the old page', b: '' });
    expect((await storedOf(device))?.value).toMatchObject({ a: 'typed on the old page' });
  });

  it('with the stored text just goes on', async () => {
    const device = await writing();
    await device.post('/items/w01/response', { seq: 1, go: 'stay', a: 'same', b: '' });
    await device.post('/items/w01/response', { seq: 2, go: 'stay', a: 'same', b: '' });
    const answer = await device.post('/items/w01/response', { seq: 1, go: 'next', a: 'same', b: '' });
    expect(answer.status).toBe(303);
    expect(await keptAside(device)).toEqual([]);
  });

  it('of a window that is no longer the writer can continue there with its text', async () => {
    const device = await writing();
    await test.deps.stores.attempts.claim(await device.attempt(), null);
    const answer = await device.post('/items/w01/response', { seq: 1, go: 'stay', a: 'old window', b: '' });
    expect(answer.status).toBe(409);
    const page = load(answer.text);
    const fields = Object.fromEntries(
      page('#response input[type=hidden]')
        .map((_, input) => [[page(input).attr('name'), page(input).attr('value')]])
        .get(),
    ) as Record<string, string>;
    expect(fields['claim']).toBe('yes');
    const saved = await device.post('/items/w01/response', { ...fields, go: 'stay', a: 'old window', b: '' });
    expect(saved.headers['location']).toContain('?writer=3');
    expect((await storedOf(device))?.value).toMatchObject({ a: 'old window' });
  });

  it('whose token is too old comes back filled in', async () => {
    const device = await writing();
    const answer = await device.agent
      .post(device.path('/items/w01/response'))
      .type('form')
      .send({ epoch: 1, seq: 1, go: 'next', a: 'not lost', _csrf: 'forged' });
    expect(answer.status).toBe(403);
    expect(load(answer.text)('textarea[name=a]').text()).toContain('not lost');
    expect(await storedOf(device)).toBeNull();
  });

  it('after the time says that the text was kept and shows it', async () => {
    const device = await writing();
    test.advance(41 * MINUTE);
    const answer = await device.post('/items/w01/response', { seq: 1, go: 'next', a: 'too late', b: '' });
    expect(answer.status).toBe(410);
    expect(load(answer.text)('blockquote').text()).toBe('too late');
  });

  it('that picks one step as best and worst keeps both picks and says so', async () => {
    const device = await sitting();
    const answer = await device.post('/items/b01/response', { seq: 1, go: 'check', best: 'a', worst: 'a' });
    expect(answer.status).toBe(422);
    const page = load(answer.text);
    expect(page('input[name=best][value=a]').attr('checked')).toBeDefined();
    expect(page('input[name=worst][value=a]').attr('checked')).toBeDefined();
    expect(page('.error').text()).toContain('cannot be the same');
  });
});
