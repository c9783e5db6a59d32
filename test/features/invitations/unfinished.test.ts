import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import request from 'supertest';
import type { Staff } from '../../support/actors.ts';
import { startMailServer, type MailServer } from '../../support/mail-server.ts';
import { PUBLIC_URL, type TestApp } from '../../support/test-app.ts';
import { Device } from '../candidate-attempt/candidate.ts';
import { aMailedRole, startMailedApp, to, type MailedRole } from '../mail-delivery/a-mailed-role.ts';

const DAY_MS = 24 * 3_600_000;
let server: MailServer;
let test: TestApp;
let recruiter: Staff;
let role: MailedRole;

beforeAll(async () => {
  server = await startMailServer({});
  ({ test, recruiter } = await startMailedApp(server.url));
}, 60_000);
afterAll(async () => {
  await test.close();
  await server.close();
});
beforeEach(async () => {
  server.received.length = 0;
  role = await aMailedRole(test, recruiter);
});

async function personOf(email: string) {
  const stored = (await role.stored('applicants')).find((one) => one['email'] === email);
  const path = `${role.path}/${String(stored?.['invitationId'])}`;
  const link = load((await recruiter.get(path)).text)('#link').attr('value') ?? '';
  return { path, id: String(stored?.['_id']), token: link.slice(`${PUBLIC_URL}/i/`.length) };
}

async function begin(email: string) {
  const person = await personOf(email);
  await new Device(test).begin(person.token);
  return person;
}

/** Some days later, with everything done that is done by itself. */
async function afterDays(days: number): Promise<void> {
  test.advance(days * DAY_MS);
  for (let turn = 0; turn < 2; turn += 1) await role.deliver();
}

const subjects = (address: string) => to(server, address).map(({ subject }) => subject?.split(':')[0]);

describe('whoever has begun and not finished', () => {
  it('is reminded once by itself, three days before the end, with the way to go on', async () => {
    await role.invite('ana@example.org\nben@example.org');
    await role.deliver();
    const { path } = await begin('ana@example.org');
    await afterDays(10.9);
    expect(subjects('ana@example.org')).toHaveLength(1);
    await afterDays(0.2);
    expect(subjects('ana@example.org')).toEqual([expect.stringContaining('Your test'), 'Please finish']);
    expect(to(server, 'ana@example.org')[1]?.text).toContain('Go on with your test:');
    expect(load((await recruiter.get(path)).text)('main').text()).toContain('Reminded on');
    await afterDays(1);
    await afterDays(1);
    expect(subjects('ana@example.org')).toHaveLength(2);
    expect(subjects('ben@example.org')).toHaveLength(1);
  });

  it('gets no second mail of a day on which somebody pressed Remind', async () => {
    await role.invite('ana@example.org');
    await role.deliver();
    const { path } = await begin('ana@example.org');
    await afterDays(10.5);
    await recruiter.post(`${path}/reminder`);
    await afterDays(0.6);
    await afterDays(1);
    expect(subjects('ana@example.org').slice(1)).toEqual(['Please finish']);
  });

  it('is left alone after withdrawing, after the end, and in a closed or simulated role', async () => {
    await role.invite('ana@example.org\nben@example.org\ncleo@example.org');
    await role.deliver();
    const { token } = await begin('ana@example.org');
    const ended = await begin('ben@example.org');
    await begin('cleo@example.org');
    const attempts = test.connection.collection('attempts');
    await request(test.app).post(`/i/${token}/withdrawal`).set('Origin', PUBLIC_URL).type('form').expect(303);
    await test.deps.relay.soon();
    await attempts.updateOne({ applicantId: ended.id }, { $set: { state: 'submitted' } });
    const [applicant] = await role.stored('applicants');
    const _id = String(applicant?.['requisitionId']) as never;
    for (const change of [{ state: 'archived' }, { state: 'open', simulated: true }]) {
      await test.connection.collection('requisitions').updateOne({ _id }, { $set: change });
      await attempts.updateOne({ state: 'open', requisitionId: _id }, { $set: { reminderDueMs: 0 } });
      await afterDays(5.6);
    }
    expect(server.received).toHaveLength(3);
  });

  it('stays due while there is no mail server, so that one set up in time still reaches them', async () => {
    await role.invite('ana@example.org');
    await role.deliver();
    const { id } = await begin('ana@example.org');
    const { mailer } = test.deps;
    Object.assign(test.deps, { mailer: null });
    await afterDays(12);
    Object.assign(test.deps, { mailer });
    const attempt = await test.connection.collection('attempts').findOne({ applicantId: id });
    expect(attempt?.['reminderDueMs']).toEqual(expect.any(Number));
    await afterDays(0.1);
    expect(subjects('ana@example.org').slice(1)).toEqual(['Please finish']);
  });
});
