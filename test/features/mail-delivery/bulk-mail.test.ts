import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { newId } from '../../../src/ops/secrets.ts';
import type { Staff } from '../../support/actors.ts';
import { startMailServer, type MailServer } from '../../support/mail-server.ts';
import type { TestApp } from '../../support/test-app.ts';
import { aMailedRole, startMailedApp, to, type MailedRole } from './a-mailed-role.ts';

const PEOPLE = ['ana@example.org', 'ben@example.org'];
let server: MailServer;
let test: TestApp;
let recruiter: Staff;
let role: MailedRole;
let base: string;
let applicants: string;

beforeAll(async () => {
  server = await startMailServer();
  ({ test, recruiter } = await startMailedApp(server.url));
  role = await aMailedRole(test, recruiter);
  base = role.path.replace('/invitations', '');
  await role.invite(PEOPLE.join('\n'));
  await role.deliver();
  applicants = (await role.stored('applicants')).map(({ _id }) => String(_id)).join(' ');
}, 60_000);
afterAll(async () => {
  await test.close();
  await server.close();
});

/** Confirms for both, works it off, delivers, and gives the words of its page with the subjects that each got. */
async function confirm(fields: object): Promise<{ text: string; subjects: string[][] }> {
  server.received.length = 0;
  test.advance(1000);
  const answer = await recruiter.post(`${base}/bulk-actions`, { id: newId(), applicants, ...fields });
  expect(answer.status).toBe(303);
  await test.deps.bulkActions.soon();
  await role.deliver();
  await role.deliver();
  const page = load((await recruiter.get(answer.headers['location'] ?? '')).text);
  return {
    text: page('main').text().replace(/\s+/g, ' '),
    subjects: PEOPLE.map((address) => to(server, address).map(({ subject }) => subject ?? '')),
  };
}

describe('mail to several applicants at once', () => {
  it('invites again, reminds once a day and tells of more time: one mail each', async () => {
    const kinds = load((await recruiter.get(`${base}/bulk-actions/new?all=yes`)).text)('input[name=kind]');
    expect(kinds.toArray().map((input) => input.attribs['value'])).toEqual([
      ...['move', 'invite', 'remind', 'extend', 'end-invitation'],
    ]);
    const id = newId();
    const again = await confirm({ kind: 'invite', id });
    expect(again.text).toContain('Done for 2 applicants.');
    expect(again.subjects.map((mails) => mails.length)).toEqual([1, 1]);
    // The same action pressed twice is the same mail.
    expect((await confirm({ kind: 'invite', id })).subjects).toEqual([[], []]);

    const reminded = await confirm({ kind: 'remind' });
    for (const mails of reminded.subjects) expect(mails).toEqual([expect.stringMatching(/^Please begin/)]);
    const tooSoon = await confirm({ kind: 'remind' });
    expect(tooSoon.text).toContain('were reminded less than a day ago');
    expect(tooSoon.subjects).toEqual([[], []]);

    const until = new Date(test.deps.clock().getTime() + 60 * 24 * 3600 * 1000).toISOString().slice(0, 10);
    const extended = await confirm({ kind: 'extend', until });
    expect(extended.subjects.map((mails) => mails.length)).toEqual([1, 1]);

    const ended = await confirm({ kind: 'end-invitation' });
    expect([ended.text, ended.subjects]).toEqual([
      expect.stringContaining('Done for 2 applicants.'),
      [[], []],
    ]);
    expect((await confirm({ kind: 'invite' })).text).toContain('have a link that has ended');
  });
});
