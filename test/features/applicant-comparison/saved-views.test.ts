import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { addOrganisation, signInAs, type Staff } from '../../support/actors.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { aPerson, aRole } from './a-role.ts';
import { storePeople, storeRole } from './store-role.ts';

let test: TestApp;
let recruiter: Staff;
let lead: Staff;
let base: string;

beforeAll(async () => {
  test = await startTestApp();
  const home = await addOrganisation(test);
  recruiter = await signInAs(test, home, ['recruiter']);
  lead = await signInAs(test, home, ['hiring-manager']);
  const role = aRole(home, { members: [recruiter.actor.personId, lead.actor.personId] });
  base = `/requisitions/${role.requisition.id}`;
  await storeRole(test, role);
  await storePeople(test, [aPerson(role, { label: 'NEVER', state: 'invited' })]);
}, 60_000);
afterAll(() => test.close());

/** Names and addresses of the menu above the list. */
async function menuOf(staff: Staff): Promise<readonly (string | undefined)[][]> {
  const $ = load((await staff.get(`${base}/applicants`)).text);
  const links = $('details.menu .menu-links a').toArray();
  return links.map((link) => [$(link).text(), $(link).attr('href')]);
}

describe('a saved view', () => {
  it('is its author’s until they share it, and only they rename or delete it', async () => {
    const narrowed = load((await recruiter.get(`${base}/applicants?evidence=invited&after=`)).text);
    const save = narrowed('details.menu a.btn').attr('href') ?? '';
    const list = load((await recruiter.get(save)).text)('input[name=list]').attr('value');
    expect(list).toBe('evidence=invited');
    const unnamed = await recruiter.post(`${base}/list-views`, { name: ' ', list });
    expect(unnamed.status).toBe(422);
    expect(load(unnamed.text)('input[name=list]').attr('value')).toBe(list);

    await recruiter.post(`${base}/list-views`, { name: 'Not <begun>', list: `${list}&evil=1&applicant=x` });
    const address = `${base}/applicants?evidence=invited`;
    expect(await menuOf(recruiter)).toEqual([['Not <begun>', address]]);
    expect(await menuOf(lead)).toEqual([]);
    const $ = load((await recruiter.get(`${base}/list-views`)).text);
    const one = $('section details form').attr('action') ?? '';
    await recruiter.post(one, { name: 'To remind', shared: 'yes' });
    expect(await menuOf(lead)).toEqual([['To remind', address]]);
    expect((await lead.post(one, { name: 'Mine' })).status).toBe(404);
    expect((await lead.post(`${one}/removal`)).status).toBe(404);
    await recruiter.post(`${one}/removal`);
    expect([await menuOf(recruiter), await menuOf(lead)]).toEqual([[], []]);
  });
});
