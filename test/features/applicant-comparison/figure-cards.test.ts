import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { load, type CheerioAPI } from 'cheerio';
import type { OrganisationId } from '../../../src/core/kernel/ids.ts';
import { addOrganisation, signInAs, type Staff } from '../../support/actors.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { aPerson, aRole, ratedThroughout, type MadePerson, type PersonSpec, type Role } from './a-role.ts';
import { storePeople, storeRole } from './store-role.ts';

let test: TestApp;
let home: OrganisationId;
let recruiter: Staff;
let role: Role;

beforeAll(async () => {
  test = await startTestApp();
  home = await addOrganisation(test);
  recruiter = await signInAs(test, home, ['recruiter']);
}, 60_000);
afterAll(() => test.close());
beforeEach(async () => {
  role = aRole(home, { members: [recruiter.actor.personId] });
  await storeRole(test, role);
});

async function add(...specs: PersonSpec[]): Promise<MadePerson[]> {
  const people = specs.map((spec) => aPerson(role, spec));
  await storePeople(test, people);
  return people;
}

const pathOf = (people: readonly MadePerson[]): string =>
  `/requisitions/${role.requisition.id}/comparison?${people.map(({ applicant }) => `applicant=${applicant.id}`).join('&')}`;

async function compare(people: readonly MadePerson[], show = 'bars'): Promise<CheerioAPI> {
  const response = await recruiter.get(`${pathOf(people)}&show=${show}`);
  expect(response.status).toBe(200);
  return load(response.text);
}

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();
const rated = (levels: readonly (1 | 2 | 3 | 4 | 5)[] = [4, 3, 5]) => ratedThroughout(role.form, levels);

describe('the pictures of a comparison', () => {
  const card = ($: CheerioAPI, id: string) => $(`section[aria-labelledby="${id}-heading"]`);

  it('tell apart only who differs by more than the error, with dashed bars where it is assumed', async () => {
    const people = await add(
      { label: 'AAAAA', ...rated([5, 5, 5]) },
      { label: 'BBBBB', ...rated([1, 1, 1]) },
      { label: 'CCCCC', ...rated([1, 2, 1]) },
    );
    const bars = card(await compare(people), 'bars-written');
    const said = squeeze(bars.find('figcaption').text());
    expect(said).toMatch(/Not distinguishable: (BBBBB and CCCCC|CCCCC and BBBBB)\./);
    expect(said).toContain('assumed');
    expect(bars.find('line[stroke-dasharray]')).toHaveLength(3);
    expect(bars.find('tbody tr')).toHaveLength(3);
  });

  it('say how far the order of every two hangs on the weights, counted weighting by weighting', async () => {
    const scores = { AAAAA: [5, 1, 3], BBBBB: [1, 5, 3], CCCCC: [5, 5, 5] } as const;
    const people = await add(
      { label: 'AAAAA', ...rated(scores.AAAAA) },
      { label: 'BBBBB', ...rated(scores.BBBBB) },
      { label: 'CCCCC', ...rated(scores.CCCCC) },
    );
    const [w1 = 0, w2 = 0, w3 = 0] = role.rubric.criteria.map(({ weight }) => weight);
    let [all, above] = [0, 0];
    for (let a = w1 - 10; a <= w1 + 10; a += 2) {
      for (let b = w2 - 10; b <= w2 + 10; b += 2) {
        if (a < 0 || b < 0 || a + b > 100 || Math.abs(100 - a - b - w3) > 10) continue;
        all += 1;
        if (a > b) above += 1;
      }
    }
    const bars = card(await compare(people), 'bars-written');
    const lines = bars
      .find('details li')
      .toArray()
      .map((line) => squeeze(load(line).text()));
    const [upper, lower, share] =
      2 * above >= all ? ['AAAAA', 'BBBBB', above / all] : ['BBBBB', 'AAAAA', 1 - above / all];
    const words = share === 1 ? 'every weighting' : `${Math.round(100 * share)} % of weightings`;
    expect(lines.sort()).toEqual(
      [
        `${upper} is above ${lower} under ${words}.`,
        'CCCCC is above AAAAA under every weighting.',
        'CCCCC is above BBBBB under every weighting.',
      ].sort(),
    );
  });

  it('leave out Judgment while it is kept back, and whoever has no score', async () => {
    const people = await add(
      { label: 'AAAAA', ...rated() },
      { label: 'BBBBB', texts: { w01: { a: 'A', b: 'B' } } },
    );
    const $ = await compare(people);
    expect(card($, 'bars-judgment')).toHaveLength(0);
    expect(squeeze(card($, 'bars-written').text())).toContain(
      'Fewer than two of them have a score on Written',
    );
    expect(card($, 'bars-written').find('svg')).toHaveLength(0);
  });

  it('show Judgment too where it may be read', async () => {
    role = aRole(home, { members: [recruiter.actor.personId], simulated: true });
    await storeRole(test, role);
    const judgment = (value: number) => ({ value, reason: null });
    const people = await add(
      { label: 'AAAAA', ...rated(), judgment: judgment(80) },
      { label: 'BBBBB', ...rated(), judgment: judgment(30) },
    );
    expect(card(await compare(people), 'bars-judgment').text()).toContain('every two of them differ');
  });

  it('place people among all applicants once there are ten with a score', async () => {
    const two = await add({ label: 'AAAAA', ...rated() }, { label: 'BBBBB', ...rated() });
    expect(card(await compare(two, 'distribution'), 'distribution').text()).toContain(
      'Too few people to show: 2 of at least 10',
    );
    const others = Array.from({ length: 8 }, (_, index) => ({ label: `C000${index}`, ...rated([1, 1, 1]) }));
    await add(...others);
    const distribution = card(await compare(two, 'distribution'), 'distribution');
    expect(distribution.find('rect.bar')).toHaveLength(20);
    expect(distribution.find('tbody tr').first().find('td').text()).toBe('8');
  });

  it('offer a radar of up to three people and not of more', async () => {
    const labels = ['AAAAA', 'BBBBB', 'CCCCC', 'DDDDD'];
    const people = await add(...labels.map((label) => ({ label, ...rated() })));
    expect(card(await compare(people.slice(0, 3), 'profile'), 'profile').find('polygon.area')).toHaveLength(
      3,
    );
    expect(card(await compare(people, 'profile'), 'profile').find('polygon')).toHaveLength(0);
  });
});
