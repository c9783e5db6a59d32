import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load, type CheerioAPI } from 'cheerio';
import { addOrganisation, signInAs, type Staff } from '../../support/actors.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { aRole, type Role } from '../applicant-comparison/a-role.ts';
import { storeRole } from '../applicant-comparison/store-role.ts';

let test: TestApp;
let manager: Staff;
let role: Role;
let at: string;

beforeAll(async () => {
  test = await startTestApp();
  const home = await addOrganisation(test);
  manager = await signInAs(test, home, ['hiring-manager']);
  role = aRole(home, { members: [manager.actor.personId] });
  await storeRole(test, role);
  at = `/requisitions/${role.requisition.id}/anchors`;
}, 60_000);
afterAll(() => test.close());

async function open(path: string, status = 200): Promise<CheerioAPI> {
  const response = await manager.get(path);
  expect(response.status).toBe(status);
  return load(response.text);
}
const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The example on a practice page, with the authors' levels. */
function shownExample($: CheerioAPI) {
  const text = $('.quote .verbatim').first().text().trim();
  const found = role.rubric.examples.find(({ a }) => a.trim() === text);
  if (found === undefined) throw new Error('the page shows no example of the rubric');
  return found;
}
const answers = (levels: Readonly<Record<string, { level: number }>>, change: (level: number) => number) =>
  Object.entries(levels)
    .map(([criterion, { level }]) => `level-${criterion}=${change(level)}`)
    .join('&');

describe('the anchors of a role', () => {
  it('show every criterion with its five levels and an example of each', async () => {
    const $ = await open(at);
    expect($('section h2').length).toBe(role.rubric.criteria.length);
    const [first] = role.rubric.criteria;
    const text = squeeze($('section').first().text());
    for (const { anchor } of first?.levels ?? []) expect(text).toContain(squeeze(anchor));
    expect($('section').first().find('dt')).toHaveLength(5);
    expect($('a.primary').attr('href')).toBe(`${at}/practice/1`);
  });
});

describe('practice on examples', () => {
  it('shows an example without the authors’ levels until own ones are given', async () => {
    const $ = await open(`${at}/practice/1`);
    const example = shownExample($);
    expect($('fieldset')).toHaveLength(Object.keys(example.levels).length);
    for (const { because } of Object.values(example.levels)) expect($('main').text()).not.toContain(because);
    expect($('input[checked]')).toHaveLength(0);
  });

  it('shows where own levels differ, and the words that decided the authors’', async () => {
    const { levels } = shownExample(await open(`${at}/practice/1`));
    const same = await open(`${at}/practice/1?${answers(levels, (level) => level)}`);
    expect(same('main').text()).toContain(`The same level on ${Object.keys(levels).length} of`);
    const other = await open(`${at}/practice/1?${answers(levels, (level) => (level === 5 ? 4 : level + 1))}`);
    expect(squeeze(other('.given').text())).toContain('One level apart.');
    for (const { cites } of Object.values(levels))
      expect(squeeze(other('main').text())).toContain(squeeze(cites));
  });

  it('asks for the levels that are missing and keeps the ones that are there', async () => {
    const { levels } = shownExample(await open(`${at}/practice/1`));
    const [first = '', second = ''] = Object.keys(levels);
    const $ = await open(`${at}/practice/1?level-${first}=3`, 422);
    expect($('.summary a').attr('href')).toBe(`#level-${second}`);
    expect($(`input[name="level-${first}"][checked]`).attr('value')).toBe('3');
    expect($('.given')).toHaveLength(0);
  });

  it('takes a level off the scale for none', async () => {
    const { levels } = shownExample(await open(`${at}/practice/1`));
    await open(`${at}/practice/1?${answers(levels, () => 9)}`, 422);
  });

  it('is five different examples in a row, and no more', async () => {
    const seen = new Set<string>();
    for (const number of [1, 2, 3, 4, 5]) seen.add(shownExample(await open(`${at}/practice/${number}`)).id);
    expect(seen.size).toBe(5);
    await open(`${at}/practice/6`, 404);
    const { levels } = shownExample(await open(`${at}/practice/5`));
    const last = await open(`${at}/practice/5?${answers(levels, (level) => level)}`);
    expect(last('a.primary').attr('href')).toBe(`/requisitions/${role.requisition.id}`);
  });
});
