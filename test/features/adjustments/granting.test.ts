import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import request from 'supertest';
import { closeOverdueAttempts } from '../../../src/features/candidate-attempt/close-overdue.ts';
import { newId } from '../../../src/ops/secrets.ts';
import { PUBLIC_URL, startTestApp, type TestApp } from '../../support/test-app.ts';
import { aSittingDevice, Device, told } from '../candidate-attempt/candidate.ts';
import { anAsker, give, handlerOf, openRequest, storedOf } from './asker.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

describe('granting time', () => {
  it('moves the running clock once, however often it is pressed, and the open page follows', async () => {
    const invited = await anAsker(test);
    const device = await aSittingDevice(test, invited);
    const staff = await handlerOf(test, invited);
    const before = await device.attempt();
    const { path, fields, answer } = await give(test, staff, invited, 'judgment', 12);
    expect([answer.status, answer.headers['location']]).toEqual([303, path]);
    const again = await Promise.all([1, 2].map(() => staff.post(`${path}/time`, fields)));
    expect(again.map(({ status }) => status)).toEqual([303, 303]);
    const after = await device.attempt();
    const deadlineMs = (before.parts['judgment' as never]?.deadlineMs ?? 0) + 12 * MINUTE;
    expect(after.parts['judgment' as never]).toMatchObject({ deadlineMs, creditMs: 12 * MINUTE });
    const beat = await device.agent
      .post(device.path('/heartbeat'))
      .set('Accept', 'application/json')
      .send({ epoch: String(device.epoch), _csrf: await device.csrf() });
    expect(told(beat).deadlineMs).toBe(deadlineMs);
    const [stored] = await storedOf(test, invited);
    expect(stored).toMatchObject({ state: 'granted', grants: [{ outcome: 'given', ms: 12 * MINUTE }] });
    expect(stored?.log.map(({ what }) => what)).toEqual(['asked', 'granted', 'carried-out']);
    await device.open('/adjustments');
    expect(device.page('#asked').text()).toContain('You have 12 minutes more for part 1.');
  });

  it('before the applicant begins is kept and comes with the start', async () => {
    const invited = await anAsker(test);
    const staff = await handlerOf(test, invited);
    const { path, grant } = await openRequest(test, staff, invited);
    await staff.post(`${path}/time`, { section: 'judgment', give: '50', grant: grant('judgment') });
    expect((await storedOf(test, invited))[0]?.grants).toMatchObject([
      { outcome: 'waiting', ms: 15 * MINUTE },
    ]);
    const device = new Device(test);
    await device.begin(invited.token);
    await test.deps.relay.soon();
    expect((await storedOf(test, invited))[0]?.grants).toMatchObject([{ outcome: 'given' }]);
    await device.post('/parts/judgment/start');
    expect((await device.attempt()).parts['judgment' as never]).toMatchObject({
      deadlineMs: test.deps.clock().getTime() + 45 * MINUTE,
    });
  });

  it('opens a part again that time closed less than 24 hours ago, and not later', async () => {
    const invited = await anAsker(test);
    const staff = await handlerOf(test, invited);
    const device = await aSittingDevice(test, invited);
    await device.post('/parts/judgment/hand-in');
    await device.post('/parts/writing/start');
    test.advance(5 * HOUR);
    await closeOverdueAttempts(test.deps);
    await test.deps.relay.soon();
    expect(await device.attempt()).toMatchObject({ state: 'submitted' });
    expect((await openRequest(test, staff, invited)).text).toContain('opens it again from now');
    await give(test, staff, invited, 'writing', 20);
    const open = await device.attempt();
    expect(open).toMatchObject({ state: 'open', receipt: null });
    expect(open.parts['writing' as never]).toMatchObject({
      state: 'running',
      deadlineMs: test.deps.clock().getTime() + 20 * MINUTE,
    });
    expect(await device.told()).toContain('part-reopened');
    expect((await device.save('w01', { seq: '1', a: 'Written after all' })).status).toBe(200);
    await device.post('/parts/writing/hand-in');
    const { text } = await openRequest(test, staff, invited);
    expect(text).toContain('No more time: it had been handed in.');
    const refused = await staff.post(`${(await openRequest(test, staff, invited)).path}/time`, {
      section: 'writing',
      give: '25',
      grant: newId<string>(),
    });
    expect(refused.status).toBe(303);
    expect((await storedOf(test, invited))[0]?.grants).toHaveLength(1);
    const late = await anAsker(test);
    const other = await aSittingDevice(test, late);
    test.advance(26 * HOUR);
    await closeOverdueAttempts(test.deps);
    expect((await openRequest(test, await handlerOf(test, late), late)).text).toContain(
      'it ended too long ago',
    );
    expect((await other.attempt()).parts['judgment' as never]).toMatchObject({ state: 'closed' });
  });

  it('and the sweeper or a hand-in at the same moment leave a state that one of them alone could have made', async () => {
    for (const rival of ['sweeper', 'hand-in'] as const) {
      const invited = await anAsker(test);
      const staff = await handlerOf(test, invited);
      const device = await aSittingDevice(test, invited);
      const { path, grant } = await openRequest(test, staff, invited);
      const fields = { section: 'judgment', give: 'minutes', minutes: '10', grant: grant('judgment') };
      await staff.get(path);
      if (rival === 'sweeper') test.advance(32 * MINUTE);
      await Promise.all([
        staff.post(`${path}/time`, fields),
        rival === 'sweeper' ? closeOverdueAttempts(test.deps) : device.post('/parts/judgment/hand-in'),
      ]);
      const part = (await device.attempt()).parts['judgment' as never] as unknown as {
        state: string;
        credits: readonly { id: string }[];
      };
      const [stored] = await storedOf(test, invited);
      const outcome = stored?.grants[0]?.outcome;
      expect(part.credits.length).toBe(outcome === 'given' || outcome === 'reopened' ? 1 : 0);
      if (rival === 'sweeper') expect(part.state).toBe('running');
      else expect(part.state).toBe('closed');
    }
  });

  it('can switch the limit off before the first part, and asks for whole minutes', async () => {
    const invited = await anAsker(test);
    const staff = await handlerOf(test, invited);
    const { path, page } = await openRequest(test, staff, invited);
    const wrong = await staff.post(`${path}/time`, {
      section: 'judgment',
      give: 'minutes',
      minutes: '1.5',
      grant: newId<string>(),
    });
    expect(wrong.status).toBe(422);
    expect(load(wrong.text)('#minutes-judgment').val()).toBe('1.5');
    const grant = page('form[action$=no-limit] input[name=grant]').attr('value');
    await staff.post(`${path}/no-limit`, { grant });
    const device = new Device(test);
    await device.begin(invited.token);
    await test.deps.relay.soon();
    const { timeChoice } = await device.attempt();
    expect([timeChoice, (await storedOf(test, invited))[0]?.grants[0]?.outcome]).toEqual([
      'no-limit',
      'given',
    ]);
  });
});

describe('somebody who has withdrawn', () => {
  const withdraw = ({ token }: { token: string }) =>
    request(test.app).post(`/i/${token}/withdrawal`).set('Origin', PUBLIC_URL).type('form').expect(303);

  it.each([false, true])('gets nothing more, and the page says why (begun: %s)', async (begun) => {
    const invited = await anAsker(test);
    const staff = await handlerOf(test, invited);
    const { path, grant, page } = await openRequest(test, staff, invited);
    const noLimit = page('form[action$=no-limit] input[name=grant]').attr('value');
    const device = begun ? await aSittingDevice(test, invited) : null;
    await withdraw(invited);
    const time = { section: 'judgment', give: '50', grant: grant('judgment') };
    expect((await staff.post(`${path}/time`, time)).status).toBe(303);
    const { text } = await openRequest(test, staff, invited);
    expect(text).toContain('No more time: the application was withdrawn.');
    expect(text).toContain('Where they are Withdrawn');
    await staff.post(`${path}/no-limit`, { grant: noLimit });
    expect((await openRequest(test, staff, invited)).page('form[action$=no-limit]')).toHaveLength(0);
    await staff.post(`${path}/answer`, { template: 'talk', text: '', as: 'answered' });
    expect((await openRequest(test, staff, invited)).text).toContain('their page no longer shows it');
    const [stored] = await storedOf(test, invited);
    expect(stored?.grants).toEqual([]);
    expect((await request(test.app).get(`/i/${invited.token}/adjustments`)).status).toBe(303);
    expect((await device?.agent.get(device.path('/adjustments')))?.status ?? 303).toBe(303);
  });

  it('gets nothing of what was granted before, and the log says why', async () => {
    const invited = await anAsker(test);
    const staff = await handlerOf(test, invited);
    await give(test, staff, invited, 'judgment', 10);
    await withdraw(invited);
    await test.deps.relay.soon();
    expect((await storedOf(test, invited))[0]?.grants).toMatchObject([{ outcome: 'withdrawn' }]);
    expect((await openRequest(test, staff, invited)).text).toContain(
      'not given, the application was withdrawn',
    );
  });
});
