import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import request from 'supertest';
import { addOrganisation, signInAs, type Staff } from '../../support/actors.ts';
import { makeDraft, makeOpenRole, storedRole } from '../../support/set-up-role.ts';
import { PUBLIC_URL, startTestApp, type TestApp } from '../../support/test-app.ts';

let test: TestApp;
let recruiter: Staff;
let path: string;

beforeAll(async () => {
  test = await startTestApp();
  recruiter = await signInAs(test, await addOrganisation(test), ['recruiter']);
}, 60_000);
afterAll(() => test.close());
beforeEach(async () => {
  path = `${await makeOpenRole(test, recruiter)}/invitations`;
});

const open = async (address = path) => load((await recruiter.get(address)).text);
const invite = (people: string) => recruiter.post(path, { people });
const applicants = async () => {
  const { id } = await storedRole(test, recruiter, path);
  return test.connection.collection('applicants').find({ requisitionId: id }).toArray();
};
const links = async (address = path) =>
  (await open(address))('input[id^=link-]')
    .toArray()
    .map((field) => load(field)('input').attr('value') ?? '');
const landing = (link: string) => request(test.app).get(link.replace(PUBLIC_URL, ''));

describe('inviting by typed addresses', () => {
  it('shows each person with a link that opens the landing page', async () => {
    await invite('Ana Ruiz <ana@example.org>\nben@example.org').then((answer) => {
      expect(answer.status).toBe(303);
    });
    const $ = await open();
    expect(
      $('h3')
        .toArray()
        .map((name) => $(name).text())
        .sort(),
    ).toEqual(['Ana Ruiz', 'ben']);
    const [link = ''] = await links();
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:3000\/i\/[\w-]{22}\.0\.[\w-]{43}$/);
    expect((await landing(link)).status).toBe(200);
  });

  it('leaves an event for the standing of each', async () => {
    await invite('ana@example.org\nben@example.org');
    await test.deps.relay.soon();
    const { id } = await storedRole(test, recruiter, path);
    const events = await test.deps.stores.audit.listNewest(recruiter.actor.organisationId, 500);
    const invited = events.filter(
      (event) => event.type === 'applicant-invited' && event.facts['requisitionId'] === id,
    );
    expect(invited).toHaveLength(2);
    expect(JSON.stringify(invited)).not.toContain('example.org');
  });

  it('invites nobody while a line has a problem, names the line and keeps everything typed', async () => {
    const typed = 'ana@example.org\nBen Okoro\nana@example.org';
    const answer = await invite(typed);
    const $ = load(answer.text);
    expect(answer.status).toBe(422);
    expect(
      $('.summary a')
        .toArray()
        .map((line) => $(line).text()),
    ).toEqual([
      'Line 2, “Ben Okoro”: there is no e-mail address.',
      'Line 3, “ana@example.org”: this address stands further up already.',
    ]);
    expect($('textarea[name=people]').val()).toBe(typed);
    expect(await applicants()).toHaveLength(0);
  });

  it('shows who is invited already, whatever the capitals', async () => {
    await invite('ana@example.org');
    const answer = await invite('ben@example.org\nANA@example.org');
    expect(answer.status).toBe(422);
    expect(load(answer.text)('.summary a').text()).toContain(
      'Line 2, “ANA@example.org”: this address is invited already',
    );
    expect(await applicants()).toHaveLength(1);
  });

  it('sent twice invites once', async () => {
    const [first, second] = await Promise.all([invite('ana@example.org'), invite('ana@example.org')]);
    expect([first.status, second.status]).toContain(303);
    expect(await applicants()).toHaveLength(1);
  });

  it('invites the same address to another role', async () => {
    await invite('ana@example.org');
    const other = `${await makeOpenRole(test, recruiter)}/invitations`;
    expect((await recruiter.post(other, { people: 'ana@example.org' })).status).toBe(303);
  });

  it('takes at most 200 people at once', async () => {
    const typed = Array.from({ length: 201 }, (_, index) => `a${index}@example.org`).join('\n');
    const answer = await invite(typed);
    expect(answer.status).toBe(422);
    expect(load(answer.text)('.summary a').text()).toBe('Invite at most 200 people at once.');
  });

  it('is not possible in a draft, and says where to go on', async () => {
    const draft = await makeDraft(recruiter);
    const $ = await open(`${draft}/invitations`);
    expect($('textarea')).toHaveLength(0);
    expect($('.empty a').attr('href')).toBe(draft);
    expect((await recruiter.post(`${draft}/invitations`, { people: 'ana@example.org' })).status).toBe(409);
  });

  it('refuses a forged form and keeps what was typed', async () => {
    const answer = await recruiter.agent
      .post(path)
      .type('form')
      .send({ people: 'ana@example.org', _csrf: 'no' });
    expect(answer.status).toBe(403);
    expect(load(answer.text)('textarea[name=people]').val()).toBe('ana@example.org');
    expect(await applicants()).toHaveLength(0);
  });
});

describe('names', () => {
  it('never stand beside a label or an applicant id outside of the link', async () => {
    await invite('Ana Ruiz <ana@example.org>');
    const [applicant] = await applicants();
    const { text } = await recruiter.get(path);
    expect(text).not.toContain(applicant?.['label']);
    const withoutLink = text.replace(/value="http[^"]*"/g, '');
    expect(withoutLink).not.toContain(String(applicant?._id));
    expect(withoutLink).toContain(applicant?.['invitationId']);
  });

  it('stand on no other page of the role', async () => {
    await invite('Ana Ruiz <ana@example.org>');
    await test.deps.relay.soon();
    const role = path.replace('/invitations', '');
    for (const page of [
      role,
      `${role}/applicants`,
      `${role}/rating`,
      `${role}/members`,
      '/requisitions',
      '/',
    ]) {
      const { text, status } = await recruiter.get(page);
      expect(status).toBe(200);
      expect(text).not.toMatch(/Ana Ruiz|ana@example\.org/);
    }
  });
});

describe('links', () => {
  const post = async (what: string) => {
    const [applicant] = await applicants();
    return recruiter.post(`${path}/${String(applicant?.['invitationId'])}/${what}`);
  };

  it('are replaced by a new one, which kills the old', async () => {
    await invite('ana@example.org');
    const [old = ''] = await links();
    expect((await post('link')).status).toBe(303);
    const [renewed = ''] = await links();
    expect(renewed).not.toBe(old);
    expect((await landing(old)).status).toBe(410);
    expect((await landing(renewed)).status).toBe(200);
  });

  it('are revoked for good until a new one is made', async () => {
    await invite('ana@example.org');
    const [old = ''] = await links();
    expect((await post('revocation')).status).toBe(303);
    expect(await links()).toEqual([]);
    expect((await open())('.chip').text()).toContain('Link ended');
    expect((await landing(old)).status).toBe(410);
    await post('link');
    const [renewed = ''] = await links();
    expect((await landing(renewed)).status).toBe(200);
  });

  it('end after 28 days', async () => {
    await invite('ana@example.org');
    const [applicant] = await applicants();
    const days = (Number(applicant?.['linkExpiresAt']) - test.deps.clock().getTime()) / 86_400_000;
    expect(Math.round(days)).toBe(28);
  });

  it('of another role look like nothing', async () => {
    await invite('ana@example.org');
    const [applicant] = await applicants();
    const other = `${await makeOpenRole(test, recruiter)}/invitations`;
    const answer = await recruiter.post(`${other}/${String(applicant?.['invitationId'])}/link`);
    expect(answer.status).toBe(404);
    expect((await applicants())[0]?.['linkVersion']).toBe(0);
  });

  it('show when somebody has begun', async () => {
    await invite('ana@example.org');
    const [applicant] = await applicants();
    await test.connection.collection('attempts').insertOne({
      organisationId: applicant?.['organisationId'],
      requisitionId: applicant?.['requisitionId'],
      applicantId: String(applicant?._id),
      attemptNumber: 1,
      state: 'open',
    });
    const $ = await open();
    expect($('.chip').text()).toContain('Started');
    expect($('form[action$=revocation]')).toHaveLength(0);
  });
});

describe('a long list', () => {
  it('comes 50 at a time, the newest first, without losing anybody', async () => {
    const typed = Array.from({ length: 60 }, (_, index) => `p${index}@example.org`).join('\n');
    await invite(typed);
    const first = await open();
    const older = first('a:contains("Older")').attr('href') ?? '';
    const second = await open(older);
    const names = [first, second].flatMap(($) =>
      $('h3')
        .toArray()
        .map((name) => $(name).text()),
    );
    expect(first('h3')).toHaveLength(50);
    expect(new Set(names).size).toBe(60);
    expect(second('a:contains("Older")')).toHaveLength(0);
  });
});
