import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import type { OrganisationId } from '../../../src/core/kernel/ids.ts';
import type { Requisition } from '../../../src/core/requisition/requisition.ts';
import { readPools } from '../../../src/features/assessment-quality/read-quality.ts';
import { resumeAnalyses } from '../../../src/features/assessment-quality/resume-analyses.ts';
import { newId } from '../../../src/ops/secrets.ts';
import { signInAs, type Staff } from '../../support/actors.ts';
import { makeOpenRole, storedRole } from '../../support/set-up-role.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';

let test: TestApp;
let owner: Staff;
let auditor: Staff;
let role: Requisition;
let pools: readonly { readonly id: string; readonly organisationId: OrganisationId }[];

beforeAll(async () => {
  test = await startTestApp();
  const home = newId<OrganisationId>();
  const recruiter = await signInAs(test, home, ['recruiter']);
  owner = await signInAs(test, home, ['owner']);
  auditor = await signInAs(test, home, ['auditor']);
  role = await storedRole(test, recruiter, await makeOpenRole(test, recruiter));
  const { judgment, written } = (await readPools(test.deps, role)).pools;
  pools = [judgment, written].map((id) => ({ id, organisationId: home }));
}, 60_000);
afterAll(() => test.close());

async function page(staff: Staff = owner) {
  const { status, text } = await staff.get(`/quality/${role.id}`);
  expect(status).toBe(200);
  const section = load(text)('section[aria-labelledby=analysis-heading]');
  return {
    text: section.text().replace(/\s+/g, ' '),
    buttons: section.find('button').length,
    done: section.find('progress').attr('value'),
  };
}
const press = async (): Promise<string> => {
  expect((await owner.post(`/quality/${role.id}/analysis`)).headers['location']).toBe(`/quality/${role.id}`);
  return load((await owner.get(`/quality/${role.id}`)).text)('body').text();
};
const runs = () => test.deps.stores.analysisRuns;
const states = async (): Promise<readonly string[]> =>
  [...(await runs().findMany(pools.map(({ id }) => id))).values()].map(({ state }) => state);
const beginAll = (people: number) =>
  Promise.all(pools.map((pool) => runs().begin(pool, `token ${pool.id}`, people, test.deps.clock())));

describe('the computing of the figures of an assessment', () => {
  it('is asked for by owners, who are told that it goes on; auditors only read', async () => {
    expect(await page()).toMatchObject({ buttons: 1, done: undefined });
    expect(await page(auditor)).toMatchObject({ buttons: 0 });
    expect(await press()).toContain('The figures are computed afresh.');
    await test.deps.analyses.soon();
    expect(await states()).toEqual(['ended', 'ended']);
  });

  it('is done once at a time: a second press shows the run that is under way, and how far it is', async () => {
    expect(await beginAll(50_000)).toEqual([true, true]);
    expect(await beginAll(50_000)).toEqual([false, false]);
    for (const pool of pools) await runs().beat(pool, `token ${pool.id}`, 12_500, test.deps.clock());
    expect(await press()).toContain('They are being computed already');
    const shown = await page();
    expect(shown.text).toContain('25,000 of 100,000 rows read (25 %)');
    expect(shown).toMatchObject({ buttons: 0, done: '25000' });
  });

  it('that was cut off says so, is taken up again, and cannot be ended by the one that was thought dead', async () => {
    test.advance(61_000);
    expect((await page()).text).toContain('Computing was cut off');
    await resumeAnalyses(test.deps);
    expect(await states()).toEqual(['ended', 'ended']);
    expect(await beginAll(10)).toEqual([true, true]);
    test.advance(61_000);
    const [pool] = pools;
    if (pool === undefined) throw new Error('there is no pool');
    expect(await runs().begin(pool, 'another', 10, test.deps.clock())).toBe(true);
    expect(await runs().beat(pool, `token ${pool.id}`, 5, test.deps.clock())).toBe(false);
    await runs().end(pool, `token ${pool.id}`, 'ended', test.deps.clock());
    expect((await page()).done).toBe('0');
    await runs().end(pool, 'another', 'failed', test.deps.clock());
    expect(await states()).toContain('failed');
  });
});
