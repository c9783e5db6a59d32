import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { load, type CheerioAPI } from 'cheerio';
import type { OrganisationId } from '../../../src/core/kernel/ids.ts';
import type { LevelNumber } from '../../../src/core/rubric/rubric.ts';
import { newId } from '../../../src/ops/secrets.ts';
import { addOrganisation, signInAs, type Staff } from '../../support/actors.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { aPerson, aRole, ratedThroughout, type PersonSpec, type Role } from './a-role.ts';
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

const at = (label: string, level: LevelNumber): PersonSpec => ({
  label,
  ...ratedThroughout(role.form, [level, level, level]),
});
const add = (...specs: PersonSpec[]) =>
  storePeople(
    test,
    specs.map((spec) => aPerson(role, spec)),
  );

const levelOf = (): string => role.rubric.criteria[0]?.id ?? '';

async function open(query: string): Promise<CheerioAPI> {
  const response = await recruiter.get(`/requisitions/${role.requisition.id}/applicants${query}`);
  expect(response.status).toBe(200);
  return load(response.text);
}

const labels = ($: CheerioAPI): string[] =>
  $('tbody th')
    .toArray()
    .map((head) => $(head).text().trim())
    .toSorted();

describe('a narrowed list', () => {
  it('shows those at a stage of their evidence, or one label however it is typed', async () => {
    await add(at('FOUR4', 4), at('THREE', 3), { label: 'EMPTY', state: 'invited' });
    expect(labels(await open('?evidence=invited'))).toEqual(['EMPTY']);
    expect(labels(await open('?evidence=complete&stage=open'))).toEqual(['FOUR4', 'THREE']);
    expect(labels(await open('?evidence=complete&stage=offer'))).toEqual([]);
    expect(labels(await open('?label=+three+'))).toEqual(['THREE']);
  });

  it('says how many match where that is known, and at least how many where it is not', async () => {
    await add(...Array.from({ length: 53 }, (_, index) => at(`A${100 + index}`, index < 52 ? 4 : 1)));
    const $ = await open('?evidence=complete');
    expect($('.pagination').text()).toContain('50 applicants on this page. 53 of 53 match.');
    const rare = await open('?could-be=20&evidence=complete&level=' + encodeURIComponent(`${levelOf()}~2`));
    expect(rare('.pagination').text()).toContain('50 applicants on this page. At least 51 of 53 match.');
    const few = await open('?label=A152&stage=open');
    expect(few('.pagination').text()).toContain('1 applicant on this page. 1 of 53 matches.');
    const sorted = await open('?stage=open&sort=written');
    expect(sorted('.pagination').text()).toContain('53 of 53 match.');
  });

  it('is of no other intake than the one that is asked for', async () => {
    const at404 = `/requisitions/${role.requisition.id}/applicants`;
    for (const asked of [newId(), 'nonsense']) {
      for (const page of ['applicants?', 'bulk-actions/new?all=yes&']) {
        const response = await recruiter.get(`/requisitions/${role.requisition.id}/${page}intake=${asked}`);
        expect(response.status).toBe(404);
        const $ = load(response.text);
        expect($('h1').text()).toBe('This intake is not here');
        expect($(`a[href="${at404}"]`).text()).toBe('Show the running intake');
      }
    }
    expect((await recruiter.get(`${at404}?intake=`)).status).toBe(200);
  });

  it('keeps everybody whose band reaches the score, and records who asked', async () => {
    await add(at('FIVE5', 5), at('FOUR4', 4), at('ONE11', 1));
    const $ = await open('?could-be=80');
    expect(labels($)).toEqual(['FIVE5', 'FOUR4']);
    const [event] = await test.connection
      .collection('auditEvents')
      .find({ type: 'list-narrowed-by-score', 'facts.requisitionId': role.requisition.id })
      .toArray();
    expect(event?.['facts']).toMatchObject({ column: 'written', atLeast: 80 });
  });

  it('is not narrowed by a score that is none, and says what to type', async () => {
    await add(at('FOUR4', 4), at('ONE11', 1));
    const $ = await open('?could-be=lots');
    expect(labels($)).toEqual(['FOUR4', 'ONE11']);
    expect($('#could-be').attr('value')).toBe('lots');
    expect($('main').text()).toContain('Type a whole number from 0 to 100.');
  });

  it('says so where nobody matches, with the way back to everybody', async () => {
    await add(at('FOUR4', 4));
    const $ = await open('?stage=offer&sort=written');
    expect($('.empty h2').text()).toBe('Nobody matches');
    const { id } = role.requisition;
    expect($('.empty a').attr('href')).toBe(`/requisitions/${id}/applicants?sort=written`);
  });

  it('keeps the filter through sorting and turning pages, each applicant once', async () => {
    const many = Array.from({ length: 106 }, (_, index) => at(`A${1000 + index}`, index % 2 === 0 ? 5 : 1));
    await add(...many);
    const query = '?evidence=complete&could-be=90&on=written&sort=written';
    const first = await open(query);
    const next = first('button[name=after]').attr('value') ?? '';
    const second = await open(`${query}&after=${encodeURIComponent(next)}`);
    const seen = [...labels(first), ...labels(second)];
    expect([labels(first).length, seen.length, new Set(seen).size]).toEqual([50, 53, 53]);
    expect(first('form input[type=hidden][name=could-be]').attr('value')).toBe('90');
    expect(first('a.sort').first().attr('href')).toContain('evidence=complete');
  }, 60_000);

  it('keeps who has shown a level on one prompt, says so in a chip, and records who asked', async () => {
    const [criterion] = role.rubric.criteria;
    if (criterion === undefined) throw new Error('no criterion');
    await add(at('FOUR4', 4), at('THREE', 3), { label: 'EMPTY', state: 'invited' });
    const $ = await open(`?level=&level=${criterion.id}~4&level=nothing~3&sort=written&stage=open`);
    expect(labels($)).toEqual(['FOUR4']);
    const chips = $('ul[aria-label="The list is narrowed to"] li');
    expect(
      chips
        .find('.chip')
        .toArray()
        .map((chip) => $(chip).text()),
    ).toEqual(['Stage: Open', `${criterion.label}: level 4 or more shown`]);
    const { id } = role.requisition;
    expect(chips.last().find('a').attr('href')).toBe(
      `/requisitions/${id}/applicants?stage=open&sort=written`,
    );
    const [event] = await test.connection
      .collection('auditEvents')
      .find({ type: 'list-narrowed-by-level', 'facts.requisitionId': id })
      .toArray();
    expect(event?.['facts']).toMatchObject({ criterion: criterion.id, atLeast: 4 });
  });

  it('is narrowed to days, both included, and not by a day that is none', async () => {
    await add(at('FOUR4', 4), { label: 'EMPTY', state: 'invited' });
    expect(labels(await open('?finished-from=2026-03-02&finished-to=2026-03-02'))).toEqual(['FOUR4']);
    expect(labels(await open('?finished-from=2026-03-03'))).toEqual([]);
    expect(labels(await open('?finished-to=2026-03-01'))).toEqual([]);
    const $ = await open('?finished-from=2026-02-31x');
    expect(labels($)).toEqual(['EMPTY', 'FOUR4']);
    expect($('main').text()).toContain('Type a day such as 2026-03-02.');
  });

  it('shows those with a note of mine, which nobody else reads before they wrote one', async () => {
    const people = ['NOTED', 'OTHER'].map((label) => aPerson(role, at(label, 3)));
    const lead = await signInAs(test, home, ['hiring-manager'], 'Lee Lead');
    const members = [recruiter.actor.personId, lead.actor.personId];
    await test.deps.stores.requisitions.change(role.requisition, { members }, []);
    await storePeople(test, people);
    const base = `/requisitions/${role.requisition.id}/applicants`;
    const note = `${base}/${people[0]?.applicant.id}/note`;
    await recruiter.post(note, { text: 'Calm <b>throughout</b>', shared: 'yes' });
    expect(labels(await open('?note=own'))).toEqual(['NOTED']);
    expect(labels(await open('?note=own&sort=written&stage=offer'))).toEqual([]);
    expect(labels(load((await lead.get(`${base}?note=own`)).text))).toEqual([]);
    const before = await lead.get(note);
    expect(before.text).not.toContain('Calm');
    expect(before.text).toContain('1 note of others can be read once you have written your own.');
    expect((await lead.post(note, { text: 'x'.repeat(1001) })).text).toContain('Shorten the note');
    await lead.post(note, { text: 'Private view' });
    expect((await lead.get(note)).text).toContain('Calm &lt;b&gt;throughout&lt;/b&gt;');
    expect((await recruiter.get(note)).text).not.toContain('Private view');
    await recruiter.post(note, { text: '' });
    expect(labels(await open('?note=own'))).toEqual([]);
  });
});
