import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { currentIntake } from '../../../src/core/requisition/requisition.ts';
import { seededOrder } from '../../../src/core/kernel/seeded-order.ts';
import type { Standing } from '../../../src/core/scoring/standing.ts';
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
/** What the list of applicants says, and its link to the draw. */
async function listed() {
  const $ = load((await recruiter.get(`/requisitions/${role.requisition.id}/applicants?sort=written`)).text);
  return {
    text: $('main').text().replace(/\s+/g, ' '),
    link: $('main p a')
      .filter((_, link) => $(link).text().includes('draw'))
      .attr('href'),
  };
}
/** One prompt less makes the standard error larger. */
const withoutFirst = ({ prompts, ...criterion }: Standing['criteria'][number]) => ({
  ...criterion,
  prompts: Object.fromEntries(
    Object.entries(prompts).map(([id, level]) => [
      id,
      id === Object.keys(prompts).toSorted()[0]
        ? { level: null, basis: null, reason: 'unratable' as const }
        : level,
    ]),
  ),
});
const drawn = () =>
  test.connection.collection('draws').find({ requisitionId: role.requisition.id }).toArray();

describe('a draw of the last places', () => {
  it('waits until everybody is rated, draws the list that was seen, once, and can be recomputed', async () => {
    await add('FIVE1', 5);
    for (const label of ['SAME1', 'SAME2', 'SAME3', 'SAME4', 'SAME5']) await add(label, 2);
    await storePeople(test, [aPerson(role, { label: 'WRITE', state: 'writing' })]);
    expect((await open())('main').text()).toContain('Some applicants still write or wait for raters.');
    const early = await listed();
    expect(early.text).toContain('So far 5 applicants are not distinguishable');
    await test.connection.collection('standings').deleteOne({ label: 'WRITE' });

    const before = await open();
    expect(before('main').text()).toContain(
      '5 applicants are not distinguishable from the last of 3 places on Written: this role’s rule is a draw.',
    );
    expect((await listed()).text).toContain(
      '5 applicants are not distinguishable from the last of 3 places on Written: this role’s rule is a draw.',
    );
    expect((await listed()).link).toBe(page);
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
    expect((await listed()).text).toMatch(/were drawn on \d+ \w+ \d{4}/);
    await test.deps.relay.soon();
    const event = await test.connection.collection('auditEvents').findOne({ type: 'places-drawn' });
    expect(event?.['facts']).toMatchObject({
      seed: draw?.['seed'] as string,
      seats: 2,
      intakeId: currentIntake(role.requisition).id,
      drawn: order.slice(0, 2).join(' '),
    });
  });

  it('is among as many as the list says, whoever has left and whatever is missing of whom', async () => {
    const members = [recruiter.actor.personId];
    const home = recruiter.actor.organisationId;
    const intakes = [anIntake({ places: 12, placesRule: 'draw' })];
    role = aRole(home, { members, intakes });
    page = `/requisitions/${role.requisition.id}/draw`;
    await storeRole(test, role);
    const stages = ['open', 'open', 'shortlisted', 'withdrawn', 'rejected', 'open'] as const;
    const people = Array.from({ length: 60 }, (_, index) => {
      const made = aPerson(role, { label: `P${index + 10}`, ...ratedThroughout(role.form, [3, 3, 3]) });
      const { standing } = made;
      const stage = stages[index % 6] ?? 'open';
      const written = { value: index + (index > 56 ? 33 : 20), reason: null };
      const criteria = index % 4 < 2 ? standing.criteria : standing.criteria.map(withoutFirst);
      return { ...made, standing: { ...standing, stage, written, criteria } };
    });
    await storePeople(test, people);
    const said = /(\d+) applicants are not distinguishable from the last of 12 places/;
    const [, among] = said.exec((await open())('main').text()) ?? [];
    const [, alike] = said.exec((await listed()).text) ?? [];
    expect(Number(among)).toBeGreaterThan(12);
    expect(alike).toBe(among);
  });

  it.each([
    ['invite-all', 'this role’s rule is to invite all of them.'],
    ['further-evidence', 'this role’s rule is to look for further evidence.'],
  ] as const)('is not what the list says where the rule is %s', async (placesRule, words) => {
    const members = [recruiter.actor.personId];
    role = aRole(recruiter.actor.organisationId, {
      members,
      intakes: [anIntake({ places: 1, placesRule })],
    });
    await storeRole(test, role);
    await add('SAME1', 2);
    await add('SAME2', 2);
    const { text, link } = await listed();
    expect(text).toContain(
      `2 applicants are not distinguishable from the last of 1 place on Written: ${words}`,
    );
    expect(link).toBeUndefined();
  });
});
