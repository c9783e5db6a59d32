import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { currentIntake } from '../../../src/core/requisition/requisition.ts';
import { seededOrder } from '../../../src/core/kernel/seeded-order.ts';
import type { LevelNumber } from '../../../src/core/rubric/rubric.ts';
import { addOrganisation, signInAs, type Staff } from '../../support/actors.ts';
import { anIntake } from '../../support/builders.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { aPerson, aRole, ratedThroughout, type Role } from './a-role.ts';
import { storePeople, storeRole } from './store-role.ts';

let test: TestApp;
let recruiter: Staff;
let role: Role;
let page: string;

beforeAll(async () => {
  test = await startTestApp();
  const home = await addOrganisation(test);
  recruiter = await signInAs(test, home, ['recruiter']);
  const intakes = [anIntake({ places: 3, placesRule: 'draw' })];
  role = aRole(home, { members: [recruiter.actor.personId], intakes });
  page = `/requisitions/${role.requisition.id}/draw`;
  await storeRole(test, role);
}, 60_000);
afterAll(() => test.close());

const add = (label: string, level: LevelNumber) =>
  storePeople(test, [aPerson(role, { label, ...ratedThroughout(role.form, [level, level, level]) })]);
const open = async () => load((await recruiter.get(page)).text);
const drawn = () =>
  test.connection.collection('draws').find({ requisitionId: role.requisition.id }).toArray();

describe('a draw of the last places', () => {
  it('waits until everybody is rated, draws the list that was seen, once, and can be recomputed', async () => {
    await add('FIVE1', 5);
    for (const label of ['SAME1', 'SAME2', 'SAME3', 'SAME4', 'SAME5']) await add(label, 2);
    await storePeople(test, [aPerson(role, { label: 'WRITE', state: 'writing' })]);
    expect((await open())('main').text()).toContain('Some applicants still write or wait for raters.');
    await test.connection.collection('standings').deleteOne({ label: 'WRITE' });

    const before = await open();
    expect(before('main').text()).toContain(
      '5 applicants are not distinguishable from the last of 3 places on Written: this role’s rule is a draw.',
    );
    const seen = before('input[name=seen]').attr('value');
    await add('SAME6', 2);
    await recruiter.post(page, { seen });
    expect(await drawn()).toEqual([]);

    const now = (await open())('input[name=seen]').attr('value');
    await Promise.all([recruiter.post(page, { seen: now }), recruiter.post(page, { seen: now })]);
    await recruiter.post(page, { seen: now });
    const [draw, ...others] = await drawn();
    expect(others).toEqual([]);
    const after = await open();
    const order = after('#drawn tbody tr')
      .toArray()
      .map((row) => after(row).find('td, th').eq(1).text().trim());
    const labels = ['SAME1', 'SAME2', 'SAME3', 'SAME4', 'SAME5', 'SAME6'];
    expect(order).toEqual(seededOrder(String(draw?.['seed']), labels, (label) => label));
    expect(after('main').text()).toContain('Without a draw, because above them and told apart: FIVE1.');
    expect(after('main').text()).toContain(labels.join(' '));
    const places = after('#drawn tbody tr').filter((_, row) => after(row).text().includes('Has a place'));
    expect(places).toHaveLength(2);
    await test.deps.relay.soon();
    const event = await test.connection.collection('auditEvents').findOne({ type: 'places-drawn' });
    expect(event?.['facts']).toMatchObject({
      seed: draw?.['seed'] as string,
      seats: 2,
      intakeId: currentIntake(role.requisition).id,
      drawn: order.slice(0, 2).join(' '),
    });
  });
});
