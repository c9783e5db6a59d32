import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import request from 'supertest';
import type { OrganisationId } from '../../../src/core/kernel/ids.ts';
import { makeLinkToken } from '../../../src/ops/link-token.ts';
import { addOrganisation, signInAs, type Staff } from '../../support/actors.ts';
import { startMailServer, type MailServer } from '../../support/mail-server.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import {
  aPerson,
  aRole,
  ratedThroughout,
  type MadePerson,
  type Role,
} from '../applicant-comparison/a-role.ts';
import { storePeople, storeRole } from '../applicant-comparison/store-role.ts';
import { storeKey } from './store-key.ts';

let server: MailServer;
let test: TestApp;
let home: OrganisationId;
let recruiter: Staff;
let role: Role;
let person: MadePerson;
const refused = new Set<string>();

beforeAll(async () => {
  server = await startMailServer({
    onRcptTo({ address }, _session, done) {
      done(refused.has(address) ? Object.assign(new Error('no'), { responseCode: 550 }) : null);
    },
  });
  test = await startTestApp({ smtpUrl: server.url });
  home = await addOrganisation(test);
  recruiter = await signInAs(test, home, ['recruiter'], 'Rosa Diaz');
}, 60_000);
afterAll(async () => {
  await test.close();
  await server.close();
});
beforeEach(async () => {
  server.received.length = 0;
  refused.clear();
  role = aRole(home, { members: [recruiter.actor.personId], simulated: false });
  person = aPerson(role, { label: 'AAAAA', ...ratedThroughout(role.form, [4, 3, 5]) });
  await storeRole(test, role);
  await storeKey(test, role);
  await storePeople(test, [person]);
});

const at = (): string => `/requisitions/${role.requisition.id}/applicants/${person.applicant.id}`;
const MESSAGE = 'We have chosen somebody else.\n\n<b>Thank you</b> for your time.';
const decide = (over: object = {}) =>
  recruiter.post(`${at()}/decision`, {
    rev: '0',
    to: 'rejected',
    reason: 'Names what the traveller stands to lose.',
    considered: '',
    message: MESSAGE,
    ...over,
  });
async function deliver(): Promise<void> {
  await test.deps.relay.soon();
  await test.runJobs();
}
const words = (html: string): string => load(html)('main').text().replace(/\s+/g, ' ');
const decisionPage = async (): Promise<string> => words((await recruiter.get(`${at()}/decision`)).text);
function statusPage() {
  const { id, linkVersion: version } = person.applicant;
  return request(test.app).get(`/i/${makeLinkToken(test.deps.secret, 'invitation', { id, version })}`);
}

describe('the message about a decision', () => {
  it('goes out only when it is confirmed, word for word as previewed, and stands on the status page', async () => {
    const preview = load((await decide()).text);
    await deliver();
    expect(server.received).toHaveLength(0);
    expect(words((await statusPage()).text)).not.toContain('chosen somebody else');

    expect((await decide({ go: 'send' })).status).toBe(303);
    await deliver();
    await deliver();
    expect(server.received).toHaveLength(1);
    const [{ mail } = { mail: null }] = server.received;
    const plain = (text: string): string => text.replace(/\s+/g, '');
    const shown = plain(preview('.quote').text()).replace(plain(mail?.subject ?? ''), '');
    const sent = plain(mail?.text ?? '')
      .replace(/https:[^\s]*?\/i\/[\w.-]+/, '[thelinkofthisperson]')
      .replace('CanaryAAAAA', '[name]');
    expect(shown).toContain('Wehavechosensomebodyelse.');
    expect(sent.replace(/http\S*?(?=Doyouhave)/, '[thelinkofthisperson]')).toBe(shown);
    expect(await decisionPage()).toContain('Sent by mail on');
    const page = load((await statusPage()).text);
    expect(page('main').text()).toContain('<b>Thank you</b> for your time.');
    expect(page('main').text()).not.toContain('Names what the traveller stands to lose');
  });

  it('is not sent to somebody who withdrew, and not after it was taken back', async () => {
    await decide({ go: 'send' });
    await test.deps.relay.soon();
    await recruiter.post(`${at()}/decision`, {
      rev: '1',
      to: 'interview',
      reason: 'The wrong applicant was chosen.',
      considered: '',
      message: '',
    });
    await deliver();
    expect(server.received).toHaveLength(0);
    expect(words((await statusPage()).text)).not.toContain('chosen somebody else');
  });

  it('that failed is said on the page, can be sent again, and is no worry of the invitations', async () => {
    const address = `canary-AAAAA@example.org`;
    refused.add(address);
    await decide({ go: 'send' });
    await deliver();
    expect(await decisionPage()).toContain('The mail failed: the address was refused');
    expect(await test.deps.stores.mailOutbox.countFailed(home, role.requisition.id)).toBe(0);
    refused.clear();
    expect((await recruiter.post(`${at()}/letter`)).status).toBe(303);
    await deliver();
    expect(server.received).toHaveLength(1);
    await recruiter.post(`${at()}/letter`);
    await deliver();
    expect(server.received).toHaveLength(1);
  });

  it('reaches somebody who never began: their link shows it and begins nothing', async () => {
    person = aPerson(role, { label: 'BBBBB', state: 'invited' });
    await storePeople(test, [person]);
    await decide({ go: 'send' });
    const page = await statusPage();
    expect(page.status).toBe(200);
    expect(words(page.text)).toContain('We have chosen somebody else.');
    expect(load(page.text)('form[action$="/begin"]')).toHaveLength(0);
  });
});

describe('an applicant’s own results', () => {
  const results = () => recruiter.get(`${at()}/own-results`);
  async function release(over: object = {}) {
    const seen = load((await results()).text)('input[name=seen]').attr('value') ?? '';
    return recruiter.post(`${at()}/own-results`, { seen, ...over });
  }

  it('are released after the outcome, read exactly as previewed, without score, rank, pass or fail', async () => {
    expect(words((await results()).text)).toContain('released after the decision');
    expect((await release()).status).toBe(409);
    await decide({ go: 'send' });
    const preview = load((await results()).text)('section.card')
      .first()
      .text();
    expect(words((await statusPage()).text)).not.toContain('What people saw');
    const both = await Promise.all([release(), release()]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);

    const status = load((await statusPage()).text);
    const shown = status('section:has(#results-1)');
    for (const { label, levels } of role.rubric.criteria) {
      expect(shown.text()).toContain(label);
      expect(levels.some(({ anchor }) => shown.text().includes(anchor))).toBe(true);
    }
    const bare = (text: string): string => text.replace(/\s+/g, '');
    const onPage = bare(shown.text()).replace(bare(shown.find('h2').text()), '');
    expect(bare(preview)).toContain(onPage);
    expect(shown.text()).not.toMatch(/\d+ (points|%)|Judgment|Weight|rank(?!ed)/i);
    await deliver();
    await deliver();
    const own = server.received.filter(({ mail: { text } }) => text?.includes(person.applicant.id));
    expect(own.map(({ mail: { subject } }) => (subject ?? '').split(':')[0])).toEqual(
      expect.arrayContaining(['About your application', 'Your results are there']),
    );
    const told = own.find(({ mail: { subject } }) => subject?.startsWith('Your results'))?.mail.text ?? '';
    expect([own.length, told.includes('/i/')]).toEqual([2, true]);
    // Others may read a mail: it holds nothing of the results.
    for (const { label, levels } of role.rubric.criteria) {
      for (const words of [label, ...levels.map(({ anchor }) => anchor)]) expect(told).not.toContain(words);
    }
    expect(words((await results()).text)).toContain('Sent by mail on');
    const events = await test.deps.stores.audit.listNewest(home, 50);
    expect(events.some(({ type }) => type === 'own-results-released')).toBe(true);
  });

  it('are corrected beside what was read before, with a reason, where the data changed', async () => {
    await decide({ go: 'send' });
    await release();
    expect(words((await results()).text)).not.toContain('Release the correction');
    const again = aPerson(role, { label: 'AAAAA', ...ratedThroughout(role.form, [5, 5, 5]) });
    const { criteria } = again.standing;
    const { sources } = person.standing;
    await test.deps.stores.standings.upsert({
      ...person.standing,
      criteria,
      sources: { ...sources, requisition: 9, applicant: 9, tasks: 99 },
    });
    expect((await recruiter.post(`${at()}/own-results`, { seen: 'of before', correction: 'x' })).status).toBe(
      409,
    );
    expect((await release()).status).toBe(422);
    const why = 'Somebody else read your answers <i>again</i>.';
    expect((await release({ correction: why })).status).toBe(303);
    const page = words((await statusPage()).text);
    expect(page).toContain(why);
    expect(page).toContain('What you read before');
    expect(
      await test.connection.collection('ownResults').countDocuments({ applicantId: person.applicant.id }),
    ).toBe(2);
  });

  it('are not released to somebody who withdrew, and go with an erasure', async () => {
    await decide({ go: 'send' });
    await release();
    const { applicants, erasure } = test.deps.stores;
    await applicants.withdraw(person.applicant, new Date(), []);
    expect((await release()).status).toBe(409);
    const target = await erasure.findTarget(person.applicant.id);
    if (target === null) throw new Error('the applicant is gone');
    await erasure.order(target, []);
    await erasure.deleteTraces(target);
    expect(await test.connection.collection('ownResults').countDocuments({ applicantId: target.id })).toBe(0);
    expect((await results()).status).toBe(404);
  });
});
