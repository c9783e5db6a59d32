import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { closeOverdueAttempts } from '../../../src/features/candidate-attempt/close-overdue.ts';
import { watchOutages } from '../../../src/features/outages/watch-outages.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { aSittingDevice, Device, invite, told } from '../candidate-attempt/candidate.ts';

const MINUTE = 60_000;

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const sitting = async (): Promise<Device> => aSittingDevice(test, await invite(test));
const clockOf = async (device: Device) => {
  const part = (await device.attempt()).parts['judgment' as never];
  return part as unknown as { state: string; deadlineMs: number; credits: readonly { ms: number }[] };
};
const silence = (ms: number): void => {
  test.setClock(new Date(test.deps.clock().getTime() + ms));
};
const outages = () => test.connection.collection('outages').find().sort({ from: 1 }).toArray();

async function beat(device: Device): Promise<number> {
  const answer = await device.agent
    .post(device.path('/heartbeat'))
    .set('Accept', 'application/json')
    .send({ epoch: String(device.epoch), _csrf: await device.csrf() });
  return told(answer).deadlineMs;
}

describe('while we can be reached', () => {
  it('nothing is given back', async () => {
    for (let beats = 0; beats < 4; beats += 1) {
      await watchOutages(test.deps);
      test.advance(5000);
    }
    expect(await outages()).toEqual([]);
  });
});

describe('when we could not be reached', () => {
  it('every running part gets the time back once, before the clock closes it, however often it is looked at', async () => {
    const devices = [await sitting(), await sitting()] as const;
    const unlimited = new Device(test);
    await unlimited.begin((await invite(test)).token);
    await unlimited.post('/time', { time: 'no-limit' });
    await unlimited.post('/parts/judgment/start');
    const before = await Promise.all(devices.map(clockOf));
    const { endsBy } = await devices[0].attempt();
    await watchOutages(test.deps);
    await beat(devices[0]);
    silence(40 * MINUTE);
    await Promise.all([watchOutages(test.deps), watchOutages(test.deps)]);
    await watchOutages(test.deps);
    await closeOverdueAttempts(test.deps);
    for (const [index, device] of devices.entries()) {
      const { state, deadlineMs, credits } = await clockOf(device);
      expect([state, credits.map(({ ms }) => ms)]).toEqual(['running', [40 * MINUTE]]);
      expect(deadlineMs).toBe((before[index]?.deadlineMs ?? 0) + 40 * MINUTE);
    }
    expect((await devices[0].attempt()).endsBy.getTime()).toBe(endsBy.getTime() + 40 * MINUTE);
    expect((await clockOf(unlimited)).credits).toEqual([]);
    expect(await beat(devices[0])).toBe((await clockOf(devices[0])).deadlineMs);
    expect((await clockOf(devices[0])).credits).toHaveLength(1);
    const now = test.deps.clock();
    expect(await outages()).toMatchObject([
      { from: new Date(now.getTime() - 40 * MINUTE), to: now, state: 'given-back', credited: 2 },
    ]);
  });

  it('a beat that came first is counted, so that the same silence is not given back twice', async () => {
    const device = await sitting();
    await watchOutages(test.deps);
    await beat(device);
    silence(8 * MINUTE);
    await beat(device);
    await watchOutages(test.deps);
    expect((await clockOf(device)).credits.map(({ ms }) => ms)).toEqual([5 * MINUTE, 3 * MINUTE]);
  });

  it('the first save afterwards is in time, also before anybody has looked', async () => {
    const [early, behind] = [await sitting(), await sitting()] as const;
    await watchOutages(test.deps);
    silence(31 * MINUTE);
    const answers = [
      await early.save('j01', { seq: '1', 'rating-a': '3' }),
      await behind.save('j01', { seq: '1', 'rating-a': '3' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    for (const device of [early, behind])
      expect((await clockOf(device)).credits.map(({ ms }) => ms)).toEqual([31 * MINUTE]);
    expect(
      (await outages()).filter(({ from }) => from >= new Date(Number(test.deps.clock()) - 31 * MINUTE)),
    ).toHaveLength(1);
  });

  it('what a crash left half done is finished by the next start', async () => {
    const devices = [await sitting(), await sitting()] as const;
    await watchOutages(test.deps);
    silence(3 * MINUTE);
    await watchOutages(test.deps);
    const last = (await outages()).at(-1);
    const half = `parts.judgment`;
    await test.connection
      .collection('attempts')
      .updateOne(
        { _id: devices[1].attemptId },
        { $set: { [`${half}.credits`]: [] }, $inc: { [`${half}.deadlineMs`]: -3 * MINUTE } },
      );
    await test.connection
      .collection('outages')
      .updateOne({ _id: last?._id as never }, { $set: { state: 'giving-back' } });
    await watchOutages(test.deps);
    for (const device of devices) expect((await clockOf(device)).credits).toHaveLength(1);
    expect((await outages()).at(-1)).toMatchObject({ state: 'given-back' });
  });
});
