import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import request from 'supertest';
import type { Staff } from '../../support/actors.ts';
import { startMailServer, type MailServer } from '../../support/mail-server.ts';
import { PUBLIC_URL, startTestApp, type TestApp } from '../../support/test-app.ts';
import { aMailedRole, startMailedApp, to, type MailedRole } from '../mail-delivery/a-mailed-role.ts';
import { addOrganisation, signInAs } from '../../support/actors.ts';
import { makeOpenRole } from '../../support/set-up-role.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
let server: MailServer;
let test: TestApp;
let recruiter: Staff;
let role: MailedRole;
const refused = new Set<string>();

beforeAll(async () => {
  server = await startMailServer({
    onRcptTo({ address }, _session, done) {
      done(refused.has(address) ? Object.assign(new Error('no'), { responseCode: 550 }) : null);
    },
  });
  ({ test, recruiter } = await startMailedApp(server.url));
}, 60_000);
afterAll(async () => {
  await test.close();
  await server.close();
});
beforeEach(async () => {
  server.received.length = 0;
  refused.clear();
  role = await aMailedRole(test, recruiter);
});

const applicant = async (email: string) => {
  const found = (await role.stored('applicants')).find((one) => one['email'] === email);
  if (found === undefined) throw new Error(`${email} is not invited`);
  return found;
};
const pageOf = async (email: string) => `${role.path}/${String((await applicant(email))['invitationId'])}`;
const post = async (email: string, what: string, fields: object = {}) => {
  const answer = await recruiter.post(`${await pageOf(email)}/${what}`, fields);
  await role.deliver();
  return answer;
};
const open = async (path: string) => load((await recruiter.get(path)).text);
const linkOf = async (email: string) => (await open(await pageOf(email)))('#link').attr('value') ?? '';
const landing = (link: string) => request(test.app).get(link.replace(PUBLIC_URL, ''));
const errors = (text: string) =>
  load(text)('.summary a')
    .toArray()
    .map((line) => load(text)(line).text());

async function correct(email: string, over: object) {
  const stored = await applicant(email);
  const fields = { name: stored['name'], email, reference: '', rev: stored['rev'], ...over };
  return post(email, 'contact', fields);
}

describe('the preview', () => {
  it('is the very mail that goes out, but for name and link', async () => {
    const $ = await open(`${role.path}/preview`);
    const shown = $('.quote').text().replace(/\s+/g, '');
    await role.invite('Sam Example <sam@example.org>');
    await role.deliver();
    const [mail] = to(server, 'sam@example.org');
    const sent = (mail?.text ?? '').replace(/\/i\/\S+/, '/i/the-link-of-this-person').replace(/\s+/g, '');
    expect(shown).toBe(sent);
    expect($('.card strong').text()).toBe(mail?.subject);
  });

  it('in the form invites nobody, greets the first person and keeps what was typed', async () => {
    const people = 'Ana Ruiz <ana@example.org>\nnot finished';
    const answer = await recruiter.post(`${role.path}/preview`, { people });
    const $ = load(answer.text);
    expect($('.quote').text()).toContain('Hello Ana Ruiz,');
    expect($('textarea[name=people]').val()).toBe(people);
    expect(await role.stored('applicants')).toHaveLength(0);
  });
});

describe('correcting a contact', () => {
  beforeEach(async () => {
    await role.invite('Ana Ruis <ana@exampel.org>');
    await role.deliver();
  });

  it('renews the link where the address changes, and mails the new one to the new address only', async () => {
    const old = await linkOf('ana@exampel.org');
    expect((await correct('ana@exampel.org', { email: 'ana@example.org' })).status).toBe(303);
    await role.deliver();
    expect((await landing(old)).status).toBe(410);
    expect((await landing(await linkOf('ana@example.org'))).status).toBe(200);
    expect(to(server, 'ana@example.org')).toHaveLength(1);
    expect(to(server, 'ana@exampel.org')).toHaveLength(1);
  });

  it('keeps the link and sends nothing where only name, reference or capitals change', async () => {
    const old = await linkOf('ana@exampel.org');
    await correct('ana@exampel.org', { name: 'Ana Ruiz', email: 'Ana@exampel.org', reference: 'HR-17' });
    expect((await landing(old)).status).toBe(200);
    expect(server.received).toHaveLength(1);
    expect((await open(role.path))('main').text()).toContain('Ana@exampel.org · HR-17');
  });

  it('refuses an address of the same role and keeps what was typed', async () => {
    await role.invite('ben@example.org');
    const answer = await correct('ana@exampel.org', { name: 'Ana R.', email: 'BEN@example.org' });
    expect(answer.status).toBe(422);
    expect(errors(answer.text)).toEqual(['This address is invited to this role already.']);
    expect(load(answer.text)('input[name=name]').val()).toBe('Ana R.');
  });

  it.each([
    ['a broken address', { email: 'ana@' }, 'Enter a whole e-mail address, such as ana@example.org.'],
    ['no name', { name: '  ' }, 'Enter the name.'],
    ['a long reference', { reference: 'x'.repeat(61) }, 'Use at most 60 characters.'],
    [
      'a line end in the name',
      { name: 'Ana\nBcc: b@example.org' },
      'Type this again: it holds a character that cannot be shown.',
    ],
  ])('says what is wrong with %s', async (_title, over, message) => {
    const answer = await correct('ana@exampel.org', over);
    expect(answer.status).toBe(422);
    expect(errors(answer.text)).toEqual([message]);
  });

  it('does not overwrite what somebody else changed meanwhile', async () => {
    const seen = (await applicant('ana@exampel.org'))['rev'];
    await correct('ana@exampel.org', { name: 'Ana Ruiz' });
    const answer = await correct('ana@exampel.org', { name: 'Anna', rev: seen });
    expect(answer.status).toBe(409);
    expect((await applicant('ana@exampel.org'))['name']).toBe('Ana Ruiz');
  });

  it('does not bring a revoked link to life', async () => {
    await post('ana@exampel.org', 'revocation');
    await correct('ana@exampel.org', { email: 'ana@example.org' });
    await role.deliver();
    expect(to(server, 'ana@example.org')).toHaveLength(0);
    expect((await open(await pageOf('ana@example.org')))('.chip').text()).toContain('Link ended');
  });
});

describe('reminding', () => {
  beforeEach(async () => {
    await role.invite('ana@example.org');
    await role.deliver();
  });

  it('sends one reminder a day, also for two clicks', async () => {
    await Promise.all([post('ana@example.org', 'reminder'), post('ana@example.org', 'reminder')]);
    await post('ana@example.org', 'reminder');
    expect(to(server, 'ana@example.org').map(({ subject }) => subject?.split(':')[0])).toEqual([
      expect.stringContaining('Your test'),
      'Please begin',
    ]);
    test.advance(DAY_MS);
    await post('ana@example.org', 'reminder');
    expect(to(server, 'ana@example.org')).toHaveLength(3);
  });

  it('is not offered and not done for somebody who has finished', async () => {
    const person = await applicant('ana@example.org');
    await test.connection.collection('attempts').insertOne({
      organisationId: person['organisationId'],
      requisitionId: person['requisitionId'],
      applicantId: String(person['_id']),
      attemptNumber: 1,
      state: 'submitted',
    });
    expect((await open(role.path))('form[action$=reminder], form[action$=mail]')).toHaveLength(0);
    await post('ana@example.org', 'reminder');
    expect(server.received).toHaveLength(1);
  });
});

describe('extending', () => {
  const day = (days: number) =>
    new Date(test.deps.clock().getTime() + days * DAY_MS).toISOString().slice(0, 10);
  beforeEach(async () => {
    await role.invite('ana@example.org');
    await role.deliver();
  });

  it('lets somebody begin until the end of that day, by the same link, and tells them', async () => {
    const link = await linkOf('ana@example.org');
    expect((await post('ana@example.org', 'extension', { until: day(60) })).status).toBe(303);
    expect((await applicant('ana@example.org'))['linkExpiresAt']).toEqual(
      new Date(`${day(60)}T23:59:59.999Z`),
    );
    test.advance(40 * DAY_MS);
    expect((await landing(link)).status).toBe(200);
    expect(to(server, 'ana@example.org').at(-1)?.subject).toMatch(/^More time to begin/);
  });

  it.each([
    ['a day that is over', -1, 'Choose a day that is not over.'],
    ['a day after 90 days', 91, 'Choose a day within the next 90 days.'],
    ['a day before the present end', 10, 'The link lets them begin as long already. Choose a later day.'],
  ])('refuses %s', async (_title, days, message) => {
    const answer = await post('ana@example.org', 'extension', { until: day(days) });
    expect(answer.status).toBe(422);
    expect(errors(answer.text)).toEqual([message]);
  });
});

describe('mail that failed', () => {
  it('is counted, listed alone, and sent again by one button once the address works', async () => {
    refused.add('ana@example.org').add('ben@example.org');
    await role.invite('ana@example.org\nben@example.org\ncleo@example.org');
    await role.deliver();
    const $ = await open(role.path);
    expect($('.notice h2').text()).toBe('2 mails could not be sent');
    const failed = await open($('.notice a').attr('href') ?? '');
    expect(
      failed('h3')
        .toArray()
        .map((name) => failed(name).text())
        .sort(),
    ).toEqual(['ana', 'ben']);
    refused.clear();
    await recruiter.post(`${role.path}/failed-mail`);
    await role.deliver();
    expect(to(server, 'ana@example.org')).toHaveLength(1);
    expect(to(server, 'ben@example.org')).toHaveLength(1);
    expect(to(server, 'cleo@example.org')).toHaveLength(1);
    expect((await open(role.path))('.notice.warn')).toHaveLength(0);
  });

  it('sent again to one person comes back to the same page of the list', async () => {
    refused.add('ana@example.org');
    await role.invite('ana@example.org');
    await role.deliver();
    const answer = await post('ana@example.org', 'mail', { mail: 'failed' });
    expect(answer.headers['location']).toBe(`${role.path}?mail=failed`);
  });
});

it('without a mail server queues nothing, offers no mail and says to copy the links', async () => {
  const bare = await startTestApp();
  try {
    const staff = await signInAs(bare, await addOrganisation(bare), ['recruiter']);
    const path = `${await makeOpenRole(bare, staff)}/invitations`;
    await staff.post(path, { people: 'ana@example.org' });
    await bare.runJobs();
    const $ = load((await staff.get(path)).text);
    expect($('main').text()).toContain('No mail server is set: copy the links');
    expect($('form[action$=mail], form[action$=reminder]')).toHaveLength(0);
    expect(await bare.connection.collection('mailOutbox').countDocuments()).toBe(0);
  } finally {
    await bare.close();
  }
});
