import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import type { RequisitionId } from '../../../src/core/kernel/ids.ts';
import { runImports } from '../../../src/features/applicant-import/run-imports.ts';
import { addOrganisation, signInAs, type Staff } from '../../support/actors.ts';
import { makeOpenRole, storedRole } from '../../support/set-up-role.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { check, countsOf, textOfPage, whereIs } from './sender.ts';

let test: TestApp;
let recruiter: Staff;
let owner: Staff;
let path: string;
let requisitionId: RequisitionId;

beforeAll(async () => {
  test = await startTestApp();
  const home = await addOrganisation(test);
  recruiter = await signInAs(test, home, ['recruiter']);
  owner = await signInAs(test, home, ['owner']);
}, 60_000);
afterAll(() => test.close());
afterEach(async () => {
  await test.deps.imports.soon();
  // Hundreds of events that no test waits for.
  await test.connection.collection('applicants').updateMany({}, { $unset: { outbox: 1, relayAt: 1 } });
});
beforeEach(async () => {
  path = `${await makeOpenRole(test, recruiter)}/imports`;
  requisitionId = path.split('/')[2] as RequisitionId;
});

const table = (from: number, to: number): string =>
  `email,name,reference\n${Array.from({ length: to - from }, (_, index) => `p${from + index}@x.org,Person ${from + index},R${from + index}`).join('\n')}`;
const applicants = () => test.connection.collection('applicants').find({ requisitionId }).toArray();
const textsOf = (page: string) =>
  test.connection
    .collection('applicantImportTexts')
    .countDocuments({ importId: page.split('/').at(-1), kind: 'people' });
/** Works imports off and leaves the events for later. */
const run = (stores: Partial<TestApp['deps']['stores']> = {}) =>
  runImports({
    ...test.deps,
    relay: { ...test.deps.relay, soon: () => Promise.resolve() },
    stores: { ...test.deps.stores, ...stores },
  });
/** As confirmed, but nothing has begun to work it off. */
const confirmOnly = (page: string) =>
  test.connection.collection('applicantImports').updateOne(
    { _id: page.split('/').at(-1) as never },
    {
      $set: { state: 'running', confirmedBy: recruiter.actor.personId },
      $unset: { expiresAt: 1 },
    },
  );

const fail = () => Promise.reject(new Error('the power is gone'));

describe('a confirmed import', () => {
  it('invites everybody with reference, link and event, and keeps no name and no address', async () => {
    const page = await check(recruiter, path, table(0, 20));
    expect((await recruiter.post(`${page}/confirmation`)).headers['location']).toBe(page);
    await test.deps.imports.soon();
    await test.deps.relay.soon();
    const invited = await applicants();
    expect(invited).toHaveLength(20);
    expect(new Set(invited.map((one) => String(one['label']))).size).toBe(20);
    expect(invited.find((one) => one['email'] === 'p7@x.org')).toMatchObject({
      name: 'Person 7',
      reference: 'R7',
      stage: 'open',
      state: 'active',
    });
    const audited = await test.connection
      .collection('auditEvents')
      .countDocuments({ type: 'applicant-invited', 'facts.requisitionId': requisitionId });
    expect(audited).toBe(20);
    expect(await whereIs(test, 'p7@x.org')).toEqual(['applicants']);
    expect(await countsOf(recruiter, page)).toMatchObject({ Invited: '20' });
    const past = load((await recruiter.get(path)).text)('#past tbody').text();
    expect(past).toContain('Finished');
    expect(past).toContain('20');
  }, 60_000);

  it('confirmed twice at once invites once', async () => {
    const page = await check(recruiter, path, table(0, 30));
    await Promise.all([recruiter.post(`${page}/confirmation`), recruiter.post(`${page}/confirmation`)]);
    await Promise.all([test.deps.imports.soon(), run()]);
    expect(await applicants()).toHaveLength(30);
    expect(await countsOf(recruiter, page)).toMatchObject({
      Invited: '30',
      'Invited in this role already': '0',
    });
  }, 60_000);

  it('beside another with the same addresses invites each once, and both say how many', async () => {
    const one = await check(recruiter, path, table(0, 400));
    const other = await check(recruiter, path, table(200, 600));
    await confirmOnly(one);
    await confirmOnly(other);
    await Promise.all(Array.from({ length: 6 }, run));
    const invited = await applicants();
    expect(invited).toHaveLength(600);
    expect(new Set(invited.map((person) => String(person['emailKey']))).size).toBe(600);
    const counts = [await countsOf(recruiter, one), await countsOf(recruiter, other)];
    const sum = (term: string) => counts.reduce((total, count) => total + Number(count[term]), 0);
    expect({ invited: sum('Invited'), already: sum('Invited in this role already') }).toEqual({
      invited: 600,
      already: 200,
    });
  }, 60_000);

  it('goes on after a crash, whether before or after a portion was stored', async () => {
    const page = await check(recruiter, path, table(0, 700));
    await confirmOnly(page);
    const { applicants: stored, applicantImports } = test.deps.stores;
    let portions = 0;
    const failAtSecond: typeof stored.inviteMany = (...given) => {
      portions += 1;
      if (portions === 2) throw new Error('the power is gone');
      return stored.inviteMany(...given);
    };
    await run({ applicants: { ...stored, inviteMany: failAtSecond } });
    expect(await applicants()).toHaveLength(250);
    await run({ applicantImports: { ...applicantImports, countPortion: fail } });
    expect(await applicants()).toHaveLength(500);
    expect(await countsOf(recruiter, page)).toMatchObject({ Invited: '250' });
    expect(await textOfPage(recruiter, page)).toContain('250 of 700 people done');
    await run();
    expect(await applicants()).toHaveLength(700);
    expect(await countsOf(recruiter, page)).toMatchObject({
      Invited: '700',
      'Invited in this role already': '0',
    });
    expect(await textsOf(page)).toBe(0);
  }, 60_000);

  it('stops where the role is closed meanwhile, and says how many it could not invite', async () => {
    const page = await check(recruiter, path, table(0, 300));
    await confirmOnly(page);
    const role = await storedRole(test, recruiter, path);
    await test.deps.stores.requisitions.change(role, { state: 'closed' }, []);
    await run();
    expect(await applicants()).toHaveLength(0);
    expect(await textOfPage(recruiter, page)).toContain(
      '300 people of this table could not be invited any more.',
    );
    expect(await textsOf(page)).toBe(0);
  });

  it('stops and says so where the people were taken away during a very long stop', async () => {
    const page = await check(recruiter, path, table(0, 300));
    await confirmOnly(page);
    await test.connection
      .collection('applicantImportTexts')
      .deleteMany({ importId: page.split('/').at(-1), kind: 'people', number: 1 });
    await run();
    expect(await applicants()).toHaveLength(250);
    expect(await textOfPage(recruiter, page)).toContain(
      '50 people of this table could not be invited any more.',
    );
  });

  it('is not begun in a role that was closed after the check', async () => {
    const page = await check(recruiter, path, table(0, 3));
    const role = await storedRole(test, recruiter, path);
    await test.deps.stores.requisitions.change(role, { state: 'closed' }, []);
    const answer = await recruiter.post(`${page}/confirmation`);
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('The role is not open.');
  });

  it('does not bring back somebody who was erased, not even when it is worked off again', async () => {
    const page = await check(recruiter, path, `email,name\ncanary-ana@x.org,Canary Ana\nben@x.org,Ben`);
    await confirmOnly(page);
    const { applicantImports } = test.deps.stores;
    await run({ applicantImports: { ...applicantImports, countPortion: fail } });
    const ana = (await applicants()).find(({ email }) => email === 'canary-ana@x.org');
    await owner.post(`/erasure/${String(ana?._id)}`, { label: String(ana?.['label']) });
    await test.deps.relay.soon();
    await run();
    await test.deps.relay.soon();
    expect(await whereIs(test, 'canary-ana')).toEqual([]);
    expect(await countsOf(recruiter, page)).toMatchObject({ Invited: '2' });
  }, 60_000);
});
