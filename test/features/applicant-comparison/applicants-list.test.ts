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

const pathOf = ({ requisition }: Role) => `/requisitions/${requisition.id}/applicants`;

async function open(path: string): Promise<CheerioAPI> {
  const response = await recruiter.get(path);
  expect(response.status).toBe(200);
  return load(response.text);
}

async function add(...specs: PersonSpec[]): Promise<MadePerson[]> {
  const people = specs.map((spec) => aPerson(role, spec));
  await storePeople(test, people);
  return people;
}

const rowOf = ($: CheerioAPI, label: string) => {
  const row = $('tbody tr').filter((_, element) => $(element).find('th').text().trim() === label);
  return row.text().replace(/\s+/g, ' ').trim();
};
const rated = () => ratedThroughout(role.form, [4, 3, 5]);

describe('the applicants of a role', () => {
  it('are an invitation to invite as long as there are none', async () => {
    const $ = await open(pathOf(role));
    expect($('.empty h2').text()).toBe('No applicants yet');
    expect($('.empty a').attr('href')).toBe(`/requisitions/${role.requisition.id}/invitations`);
  });

  it('stand under their labels, never with name, address, time or attempt', async () => {
    const people = await add({ label: 'AAAAA', ...rated() }, { label: 'BBBBB', state: 'invited' });
    const { text } = await recruiter.get(pathOf(role));
    expect(text).toContain('AAAAA');
    expect(text.toLowerCase()).not.toContain('canary');
    expect(text).not.toMatch(/\d\d:\d\d/);
    for (const { attempt } of people) expect(text).not.toContain(attempt?.id ?? 'no attempt');
  });

  it('show levels by prompt and scores where they are computed', async () => {
    await add({ label: 'AAAAA', ...rated() });
    const row = rowOf(await open(pathOf(role)), 'AAAAA');
    expect(row).toContain('Complete');
    expect(row).toContain('75 A quiet room: level 4');
    expect(row).toContain('50 A quiet room: level 3');
    expect(row).toContain('100 A quiet room: level 5');
  });

  it('never show a score without its band, nor an assumed band without saying so', async () => {
    await add({ label: 'AAAAA', ...rated() });
    const { sd, reliability } = test.deps.planning.get(role.form.assessmentId)?.written ?? {
      sd: 0,
      reliability: 0,
    };
    const half = Math.round(1.645 * sd * Math.sqrt(1 - reliability));
    expect(half).toBeGreaterThan(10);
    expect(rowOf(await open(pathOf(role)), 'AAAAA')).toContain(`± ${half} assumed`);
  });

  it('say in words what is missing', async () => {
    const { texts } = rated();
    await add(
      { label: 'AAAAA', state: 'invited' },
      { label: 'BBBBB', state: 'writing', texts: texts ?? {} },
      { label: 'CCCCC', texts: texts ?? {} },
      { label: 'DDDDD', texts: texts ?? {}, judgment: { value: null, reason: 'flat-ratings' } },
    );
    const $ = await open(pathOf(role));
    expect(rowOf($, 'AAAAA')).toBe(
      'Choose AAAAA, not for comparing AAAAA Invited Open Write a note on AAAAA Nothing handed in yet',
    );
    expect(rowOf($, 'BBBBB')).toBe(
      'Choose BBBBB, not for comparing BBBBB In progress Open Write a note on BBBBB Nothing handed in yet',
    );
    expect(rowOf($, 'CCCCC')).toContain('Waiting for rating 0 of 3');
    expect(rowOf($, 'CCCCC')).toContain('A quiet room: waiting for rating');
    expect(rowOf($, 'DDDDD')).toContain('options rated alike');
  });

  it('cannot be chosen before anything is handed in', async () => {
    await add({ label: 'AAAAA', state: 'writing' }, { label: 'BBBBB', ...rated() });
    const $ = await open(pathOf(role));
    expect($('tbody input[name=applicant]')).toHaveLength(1);
    expect($('tbody label').text()).toContain('Choose BBBBB');
  });

  it('keep Judgment back while its key is only the author’s', async () => {
    await add({ label: 'AAAAA', ...rated(), judgment: { value: 62, reason: null } });
    const $ = await open(pathOf(role));
    expect(rowOf($, 'AAAAA')).toContain('kept back');
    expect(rowOf($, 'AAAAA')).not.toContain('62');
    expect($('main').text()).toContain('author key, awaiting expert panel');
  });

  it('say at the next look what has changed beside the scores themselves', async () => {
    const [person] = await add({ label: 'AAAAA', ...rated(), judgment: { value: 62, reason: null } });
    const path = pathOf(role);
    const id = String(person?.applicant.id);
    expect(rowOf(await open(path), 'AAAAA')).toContain('Write a note on AAAAA kept back');
    await recruiter.post(`${path}/${id}/note`, { text: 'Calm' });
    expect(rowOf(await open(path), 'AAAAA')).toContain('Read your note on AAAAA kept back');
    expect((await open(path))('tbody input[checked]')).toHaveLength(0);
    expect((await open(`${path}?applicant=${id}`))('tbody input[checked]')).toHaveLength(1);
    expect((await open(path))('tbody input[checked]')).toHaveLength(0);
    const judgmentRelease = { at: new Date(), by: recruiter.actor.personId, reason: 'Reviewed by two' };
    await test.deps.stores.requisitions.change(role.requisition, { judgmentRelease }, []);
    expect(rowOf(await open(path), 'AAAAA')).toContain('62 ± ');
  });

  it('show Judgment with its caveat where all is simulated, and say that it is', async () => {
    role = aRole(home, { members: [recruiter.actor.personId], simulated: true });
    await storeRole(test, role);
    await add({ label: 'AAAAA', ...rated(), judgment: { value: 62, reason: null } });
    const $ = await open(pathOf(role));
    expect(rowOf($, 'AAAAA')).toMatch(/62 ± \d+ assumed, author key/);
    expect($('aside').text()).toContain('Simulated data');
  });

  it('are in the shuffle of the intake, not in the order of labels, scores or invitations', async () => {
    const labels = 'ABCDEFGHIJKLMNOP'.split('').map((letter) => letter.repeat(5));
    const people = await add(...labels.map((label) => ({ label, ...rated() })));
    const $ = await open(pathOf(role));
    const shown = $('tbody th')
      .toArray()
      .map((element) => $(element).text());
    const shuffled = [...people].sort(
      (left, right) => left.standing.shuffleRank - right.standing.shuffleRank,
    );
    expect(shown).toEqual(shuffled.map(({ applicant }) => applicant.label));
    expect(shown).not.toEqual(labels);
    expect($('main').text()).toContain('one shuffle for this intake');
  });

  it('come fifty a page, and what is ticked goes along', async () => {
    const labels = Array.from({ length: 53 }, (_, index) => `A${1000 + index}`);
    await storePeople(
      test,
      labels.map((label) => aPerson(role, { label, ...rated() })),
    );
    const first = await open(pathOf(role));
    expect(first('tbody tr')).toHaveLength(50);
    const next = first('button[name=after]').attr('value') ?? '';
    const ticked = first('tbody input[name=applicant]').first().attr('value') ?? '';
    const second = await open(`${pathOf(role)}?applicant=${ticked}&after=${next}`);
    expect(second('tbody tr')).toHaveLength(3);
    expect(second('fieldset input[name=applicant]').attr('value')).toBe(ticked);
    expect(second('button[name=after]').text()).toBe('Back to the first page');
    const seen = [...first('tbody th').toArray(), ...second('tbody th').toArray()];
    expect(new Set(seen.map((element) => first(element).text())).size).toBe(53);
    const back = await open(`${pathOf(role)}?applicant=${ticked}&after=`);
    expect(back('tbody input[checked]').attr('value')).toBe(ticked);
  });

  it('of a broken address do not exist', async () => {
    for (const query of ['applicant=x', 'after=1', 'applicant[$ne]=1&after=a.b']) {
      const { status } = await recruiter.get(`${pathOf(role)}?${query}`);
      expect({ query, status }).toEqual({ query, status: 404 });
    }
  });
});
