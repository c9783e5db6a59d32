import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { closeOverdueAttempts } from '../../../src/features/candidate-attempt/close-overdue.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { aSittingDevice, Device, invite, told } from './candidate.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const sitting = async (): Promise<Device> => aSittingDevice(test, await invite(test));
const partOf = async (device: Device, id: string) => (await device.attempt()).parts[id as never];

describe('handing in a part', () => {
  it('asks for what the page knows of and we do not have', async () => {
    const device = await sitting();
    await device.save('j01', { seq: '2', 'rating-a': '3' });
    const manifest = JSON.stringify({ j01: 4, b01: 0 });
    const answer = await device.post('/parts/judgment/hand-in', { manifest });
    expect(answer.status).toBe(409);
    expect(load(answer.text)('.notice.warn:not([hidden])').first().text()).toContain('A late parcel');
    expect(await partOf(device, 'judgment')).toMatchObject({ state: 'running' });
    await device.post('/parts/judgment/hand-in', { manifest: JSON.stringify({ j01: 2, b01: 0 }) });
    expect(await partOf(device, 'judgment')).toMatchObject({ state: 'closed', closedBy: 'hand-in' });
  });

  it('with a broken list is refused and changes nothing', async () => {
    const device = await sitting();
    for (const manifest of ['{', '[]', '{"j01":-1}', '{"j01":"x"}']) {
      expect((await device.post('/parts/judgment/hand-in', { manifest })).status).toBe(422);
    }
    expect(await partOf(device, 'judgment')).toMatchObject({ state: 'running' });
  });

  it('twice, or by two at once, makes one receipt with every acknowledged answer in it', async () => {
    const device = await sitting();
    await device.post('/parts/judgment/hand-in');
    await device.post('/parts/writing/start');
    await device.csrf();
    const saves = Array.from({ length: 12 }, (_, index) =>
      device.save('w01', { seq: String(index + 1), a: `text ${index + 1}` }),
    );
    const handIns = Array.from({ length: 4 }, () => device.post('/parts/writing/hand-in'));
    const [answers, closings] = await Promise.all([Promise.all(saves), Promise.all(handIns)]);
    expect(new Set(closings.map(({ status }) => status))).toEqual(new Set([303]));
    const acknowledged = answers.flatMap((answer) => (answer.status === 200 ? [told(answer).storedSeq] : []));
    const { receipt, responses, state } = await device.attempt();
    expect(state).toBe('submitted');
    expect(receipt?.items['w01' as never] ?? 0).toBe(Math.max(0, ...acknowledged));
    expect(receipt?.items['w01' as never]).toBe(responses['w01' as never]?.seq);
  });

  it('after the deadline closes with what is stored, whatever the manifest says', async () => {
    const device = await sitting();
    await device.save('j01', { seq: '1', 'rating-a': '3' });
    test.advance(30 * MINUTE + 30_000);
    const page = await device.open('/items/j01');
    expect(load(page.text)('h1').text()).toBe('Time is up');
    expect(load(page.text)('main').text()).toContain('1 of 2 answers are saved');
    const answer = await device.post('/parts/judgment/hand-in', { manifest: '{"j01":9}' });
    expect(answer.status).toBe(303);
    expect(await partOf(device, 'judgment')).toMatchObject({ state: 'closed', closedBy: 'hand-in' });
  });
});

describe('the clock', () => {
  it('starts at Start with the time that was chosen, and cannot be chosen again', async () => {
    const device = new Device(test);
    await device.begin((await invite(test)).token);
    await device.post('/time', { time: 'plus-100' });
    await device.post('/parts/judgment/start');
    await device.post('/parts/judgment/start');
    const deadline = test.deps.clock().getTime() + 60 * MINUTE;
    expect(await partOf(device, 'judgment')).toMatchObject({ state: 'running', deadlineMs: deadline });
    await device.post('/time', { time: 'usual' });
    expect((await device.attempt()).timeChoice).toBe('plus-100');
  });

  it('keeps the time that was chosen when the candidate goes straight on', async () => {
    const device = new Device(test);
    await device.begin((await invite(test)).token);
    await device.open('');
    const go = device.page('button[form=time-form]');
    expect(go.text().trim()).toBe('Go to part 1');
    const answer = await device.post('/time', { time: 'plus-50', [go.attr('name') ?? '']: go.attr('value') });
    expect(answer.headers['location']).toContain('/parts/judgment');
    expect((await device.attempt()).timeChoice).toBe('plus-50');
  });

  it('offers no way to switch the limit off where the requisition says why', async () => {
    const timeMode = { kind: 'timed', noLimitAllowed: false, reason: 'calls come in live' } as const;
    const device = new Device(test);
    await device.begin((await invite(test, { requisition: { timeMode } })).token);
    await device.open('');
    expect(
      device
        .page('input[name=time]')
        .map((_, input) => device.page(input).attr('value'))
        .get(),
    ).toEqual(['usual', 'plus-25', 'plus-50', 'plus-100']);
    await device.post('/time', { time: 'no-limit' });
    expect((await device.attempt()).timeChoice).toBe('usual');
  });

  it('closes a part that was left, once, as of its deadline', async () => {
    const device = await sitting();
    const deadline = test.deps.clock().getTime() + 30 * MINUTE;
    test.advance(30 * MINUTE + 59_000);
    await closeOverdueAttempts(test.deps);
    expect(await partOf(device, 'judgment')).toMatchObject({ state: 'running' });
    test.advance(2000);
    await Promise.all([closeOverdueAttempts(test.deps), closeOverdueAttempts(test.deps)]);
    expect(await partOf(device, 'judgment')).toMatchObject({
      state: 'closed',
      closedBy: 'time',
      closedAt: new Date(deadline),
    });
    expect((await device.told()).filter((type) => type === 'part-timed-out')).toHaveLength(1);
    await device.open('');
    expect(device.page('main').text()).toContain('Its time ran out');
    expect(device.page('main a[href*=adjustments]')).toHaveLength(1);
  });

  it('ends an attempt that was left after fourteen days and keeps its receipt', async () => {
    const device = await sitting();
    await device.save('j01', { seq: '1', 'rating-a': '3' });
    const { endsBy } = await device.attempt();
    test.advance(14 * DAY + 2 * MINUTE);
    await closeOverdueAttempts(test.deps);
    await closeOverdueAttempts(test.deps);
    expect(await device.attempt()).toMatchObject({
      state: 'expired',
      finishedAt: endsBy,
      receipt: { count: 1 },
    });
    const page = await device.open('/receipt');
    expect(load(page.text)('h1').text()).toBe('This test has ended');
  });

  it('that closed the last part leads from the receipt to more time, for a day, and never shows the link itself', async () => {
    const device = await sitting();
    await device.post('/parts/judgment/hand-in');
    await device.post('/parts/writing/start');
    test.advance(42 * MINUTE);
    await closeOverdueAttempts(test.deps);
    await device.open('/receipt');
    const ask = device.page('main a[href*=adjustments]').attr('href') ?? '';
    expect(load((await device.agent.get(ask).expect(200)).text)('main').text()).toContain(
      'Your time ran out.',
    );
    expect(device.page('main a[href^="/i/"]')).toHaveLength(0);
    test.advance(DAY);
    await device.open('/receipt');
    expect(device.page('main a[href*=adjustments]')).toHaveLength(0);
  });

  it('gives a lost connection back, once, and tells the page', async () => {
    const device = await sitting();
    const beat = async () =>
      device.agent
        .post(device.path('/heartbeat'))
        .set('Accept', 'application/json')
        .send({ epoch: '1', _csrf: await device.csrf() });
    const first = await beat();
    test.advance(3 * MINUTE);
    const second = await beat();
    expect(told(second).deadlineMs).toBe(told(first).deadlineMs + 3 * MINUTE);
    test.advance(30_000);
    expect(told(await beat()).deadlineMs).toBe(told(second).deadlineMs);
    test.advance(10 * MINUTE);
    expect(told(await beat()).deadlineMs).toBe(told(first).deadlineMs + 5 * MINUTE);
  });

  it('gives back a connection that was lost across the end, though the part was closed meanwhile', async () => {
    const device = await sitting();
    await device.agent
      .post(device.path('/heartbeat'))
      .set('Accept', 'application/json')
      .send({ epoch: '1', _csrf: await device.csrf() });
    const away = async (minutes: number) => {
      test.advance(minutes * MINUTE);
      await closeOverdueAttempts(test.deps);
    };
    test.advance(26 * MINUTE);
    await device.agent
      .post(device.path('/heartbeat'))
      .set('Accept', 'application/json')
      .send({ epoch: '1', _csrf: await device.csrf() });
    const { deadlineMs } = (await partOf(device, 'judgment')) ?? {};
    // Back eight minutes after the end that the part has by now: closed, and what was typed without a line comes in.
    await away(((deadlineMs ?? 0) - test.deps.clock().getTime()) / MINUTE + 8);
    expect(await partOf(device, 'judgment')).toMatchObject({ state: 'closed', closedBy: 'time' });
    expect((await device.save('j01', { seq: '1', 'rating-a': '3' })).status).toBe(410);

    const other = await sitting();
    const beat = async () =>
      other.agent
        .post(other.path('/heartbeat'))
        .set('Accept', 'application/json')
        .send({ epoch: '1', _csrf: await other.csrf() });
    for (let beats = 0; beats < 28; beats += 1) {
      test.advance(MINUTE);
      await beat();
    }
    await away(10);
    const late = await other.save('j01', { seq: '1', 'rating-a': '3' });
    expect(late.status).toBe(200);
    expect(told(late).deadlineMs).toBe(test.deps.clock().getTime() + 2 * MINUTE);
    await away(30);
    expect((await other.save('j01', { seq: '2', 'rating-a': '4' })).status).toBe(410);
    const { state, credits } = (await partOf(other, 'judgment')) ?? {};
    expect([state, credits?.map(({ ms }) => ms)]).toEqual(['closed', [2 * MINUTE]]);
  });

  it('tells a page that comes back where the attempt is', async () => {
    const device = await sitting();
    await device.save('j01', { seq: '2', 'rating-a': '3' });
    const answer = await device.agent.get(device.path('/state')).expect(200);
    expect(answer.body).toMatchObject({ state: 'open', epoch: 1, part: 'judgment', items: { j01: 2 } });
  });
});
