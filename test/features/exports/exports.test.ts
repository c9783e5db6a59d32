import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { parse } from 'csv-parse/sync';
import type { OrganisationId } from '../../../src/core/kernel/ids.ts';
import { newId } from '../../../src/ops/secrets.ts';
import { addOrganisation, signInAs, type Staff } from '../../support/actors.ts';
import { anIntake } from '../../support/builders.ts';
import { readWorkbook, type Sheet } from '../../support/read-workbook.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { aPerson, aRole, ratedThroughout } from '../applicant-comparison/a-role.ts';
import type { MadePerson, Role } from '../applicant-comparison/a-role.ts';
import { storePeople, storeRole } from '../applicant-comparison/store-role.ts';

let test: TestApp;
let home: OrganisationId;
let recruiter: Staff;
let role: Role;
let rated: MadePerson;
let invited: MadePerson;
let elsewhere: MadePerson;

const HOSTILE = '=HYPERLINK("http://x","y")\nSecond "line", with a comma; and café';

beforeAll(async () => {
  test = await startTestApp();
  home = await addOrganisation(test);
  recruiter = await signInAs(test, home, ['recruiter']);
  role = aRole(home, { members: [recruiter.actor.personId] });
  const { texts, ratings } = ratedThroughout(role.form, [4, 3, 5]);
  rated = aPerson(role, {
    label: 'AAAAA',
    texts: { ...texts, w01: { a: HOSTILE, b: 'And then.' } },
    ratings: {
      ...ratings,
      w01: {
        levels: [
          [4, 3, 5],
          [5, 3, 5],
        ],
      },
    },
  });
  invited = aPerson(role, { label: 'BBBBB', state: 'invited' });
  const other = aRole(home, { members: [recruiter.actor.personId] });
  elsewhere = aPerson(other, { label: 'ZZZZZ', state: 'invited' });
  await storeRole(test, other);
  await storePeople(test, [elsewhere]);
  await storeRole(test, role);
  await storePeople(test, [
    rated,
    invited,
    aPerson(role, { label: 'CCCCC', state: 'writing', texts: { w01: { a: 'Half a thought', b: '' } } }),
  ]);
}, 60_000);
afterAll(() => test.close());

type Line = Readonly<Record<string, string>>;
const path = (query: string): string => `/requisitions/${role.requisition.id}/exports/file?${query}`;

async function csv(query: string): Promise<Line[]> {
  const response = await recruiter.get(path(query));
  expect(response.status).toBe(200);
  expect(response.headers['content-disposition']).toContain('attachment');
  return parse(response.text, { columns: true, bom: true });
}

/** The sheets of a workbook by its own XML, each as rows of cells. */
async function workbook(query: string): Promise<readonly Sheet[]> {
  const response = await recruiter.agent.get(path(query)).responseType('blob');
  expect(response.status).toBe(200);
  return readWorkbook(response.body as Buffer);
}

const of = (lines: readonly Line[], label: string) => lines.filter((line) => line['label'] === label);

describe('an export', () => {
  it('has a row for each applicant with scores, bands, precision, versions and key status', async () => {
    const lines = await csv('rows=applicants&format=csv');
    expect(lines.map(({ label }) => label).sort()).toEqual(['AAAAA', 'BBBBB', 'CCCCC']);
    const [line] = of(lines, 'AAAAA');
    // Raw levels of both raters: 4, 4, and 4.5 on empathy; 3 and 5 elsewhere; 25 points a level.
    const empathy = ((4.5 + 4 + 4) / 3 - 1) * 25;
    const weights = role.rubric.criteria.map(({ weight }) => weight / 100);
    const written = [empathy, 50, 100].reduce((sum, score, at) => sum + score * (weights[at] ?? 0), 0);
    expect(Number(line?.['criterion_empathy'])).toBeCloseTo(empathy, 9);
    expect(Number(line?.['written'])).toBeCloseTo(written, 9);
    expect(Number(line?.['written_half_band_90'])).toBeGreaterThan(5);
    expect(line).toMatchObject({
      written_precision: 'assumed',
      judgment: '',
      judgment_missing: 'kept-back',
      judgment_half_band_90: '',
      judgment_key_status: 'author',
      simulated: 'false',
      // An id may begin with a sign that a spreadsheet would take for a formula.
      rubric_version_id: expect.stringMatching(new RegExp(`^'?${role.rubric.id}$`)) as unknown,
      stage: 'open',
      evidence: 'complete',
    });
    expect(of(lines, 'BBBBB')[0]).toMatchObject({ written: '', written_missing: 'not-started' });
  });

  it('has every level that a rater gave beside the one that counts', async () => {
    const lines = of(await csv('rows=levels&format=csv'), 'AAAAA');
    const empathy = lines.filter(({ criterion, prompt }) => criterion === 'empathy' && prompt === 'w01');
    expect(empathy.map(({ rater, given_level, level }) => [rater, given_level, level])).toEqual([
      ['1', '4', '4.5'],
      ['2', '5', '4.5'],
    ]);
  });

  it('has every response verbatim, with nothing in it that a spreadsheet would compute', async () => {
    const lines = await csv('rows=responses&format=csv&mark=yes');
    const [first] = of(lines, 'AAAAA').filter(({ prompt }) => prompt === 'w01');
    expect(first?.['first']).toBe(`'${HOSTILE}`);
    // What is not handed in is nobody's to read.
    expect(of(lines, 'CCCCC')).toEqual([]);
    const raw = await recruiter.get(path('rows=responses&format=csv&mark=yes'));
    expect(raw.text.startsWith('\uFEFF')).toBe(true);

    const json = await recruiter.get(path('rows=responses&format=json'));
    const rows = JSON.parse(json.text) as { label: string; prompt: string; first: string }[];
    expect(rows.find(({ prompt }) => prompt === 'w01')?.first).toBe(HOSTILE);
    expect(rows.map(({ prompt }) => prompt)).toEqual(
      [
        ...role.form.items.filter(({ kind }) => kind !== 'written-response'),
        ...role.form.items.filter(({ kind }) => kind === 'written-response'),
      ].map(({ id }) => id),
    );
  });

  it('names nobody, and is recorded before it is read', async () => {
    for (const rows of ['applicants', 'levels', 'responses']) {
      for (const format of ['csv', 'json']) {
        const { text } = await recruiter.get(path(`rows=${rows}&format=${format}`));
        expect(text).not.toMatch(/canary|example\.org/i);
        for (const task of rated.tasks) {
          for (const { raterId } of task.slots) expect(text).not.toContain(raterId);
        }
      }
    }
    const events = await test.deps.stores.audit.listNewest(home, 100);
    const begun = events.filter(({ type }) => type === 'export-begun').map(({ facts }) => facts);
    expect(begun).toContainEqual(expect.objectContaining({ rows: 'responses', format: 'json' }));
    expect(begun).toContainEqual(expect.objectContaining({ rows: 'levels', format: 'csv' }));
  });

  it('comes as a workbook with typed cells, texts that are never computed, and the codebook', async () => {
    const [responses, codebook] = await workbook('rows=responses&format=xlsx');
    const lines = await csv('rows=responses&format=csv');
    expect(responses?.[0]).toEqual(Object.keys(lines[0] ?? {}));
    expect(responses).toHaveLength(lines.length + 1);
    expect(responses?.flat()).toContain(HOSTILE);
    expect(codebook?.map(([name]) => name)).toEqual(['column', ...(responses?.[0] ?? [])]);

    const [applicants] = await workbook('rows=applicants&format=xlsx');
    const [head = [], ...rows] = applicants ?? [];
    const line = rows.find(([label]) => label === 'AAAAA') ?? [];
    const cell = (name: string) => line[head.indexOf(name)];
    expect(cell('written')).toBeCloseTo(rated.standing.written.value ?? NaN, 9);
    expect(cell('written_half_band_90')).toBeGreaterThan(5);
    expect([cell('written_precision'), cell('simulated'), cell('judgment')]).toEqual([
      'assumed',
      false,
      null,
    ]);
    expect([cell('judgment_missing'), cell('judgment_key_status')]).toEqual(['kept-back', 'author']);
    expect(JSON.stringify([applicants, responses])).not.toMatch(/canary|example\.org/i);
  });

  it('says to take CSV where there are more rows than a workbook takes', async () => {
    const large = aRole(home, { members: [recruiter.actor.personId] });
    await storeRole(test, large);
    // Nine levels each, on three criteria and three prompts.
    const { standing } = aPerson(large, { label: 'EEEEE', ...ratedThroughout(large.form, [2, 2, 2]) });
    const many = Array.from({ length: 1112 }, (_, index) => ({
      ...standing,
      applicantId: `${index}`.padStart(22, 'x') as typeof standing.applicantId,
      label: `L${index}`,
    }));
    await test.deps.stores.standings.insertMany(many);
    const at = `/requisitions/${large.requisition.id}/exports/file?rows=levels&format=`;
    const refused = await recruiter.get(`${at}xlsx`);
    expect([refused.status, load(refused.text)('h1').text()]).toEqual([
      422,
      'This is more than a workbook takes',
    ]);
    expect(load(refused.text)(`a[href="${at}csv"]`)).toHaveLength(1);
  });

  it('explains each of its columns in a codebook', async () => {
    for (const rows of ['applicants', 'levels', 'responses']) {
      const book = await recruiter.get(`/requisitions/${role.requisition.id}/exports/codebook?rows=${rows}`);
      const named = parse<Line>(book.text, { columns: true }).map(({ column }) => column);
      const [header] = parse((await recruiter.get(path(`rows=${rows}&format=csv`))).text);
      expect(header).toEqual(named);
    }
  });

  it('is the whole intake in portions, everybody once', async () => {
    const large = aRole(home, { members: [recruiter.actor.personId] });
    await storeRole(test, large);
    const { standing } = aPerson(large, { label: 'DDDDD', state: 'invited' });
    const many = Array.from({ length: 450 }, (_, index) => ({
      ...standing,
      applicantId: `${index}`.padStart(22, 'x') as typeof standing.applicantId,
      label: `L${index}`,
      shuffleRank: index % 7,
    }));
    await test.deps.stores.standings.insertMany(many);
    const { text } = await recruiter.get(
      `/requisitions/${large.requisition.id}/exports/file?rows=applicants&format=json`,
    );
    const labels = (JSON.parse(text) as { label: string }[]).map(({ label }) => label);
    expect(new Set(labels).size).toBe(450);
    expect(labels).toHaveLength(450);
  });

  it('takes out only those who were chosen, says first how many, and records whom', async () => {
    const chosen = [rated.applicant.id, invited.applicant.id, invited.applicant.id];
    const applicants = [...chosen, newId(), 'no-id', elsewhere.applicant.id].join(' ');
    const at = `/requisitions/${role.requisition.id}/exports/chosen`;
    const page = load((await recruiter.post(at, { applicants })).text);
    expect(page('main').text().replace(/\s+/g, ' ')).toContain('2 applicants chosen');
    expect(page('main').text()).toContain('2 applicants are not in the file');
    expect(page('main').text()).toContain('AAAAA, BBBBB');
    const fields = { applicants: page('[name=applicants]').attr('value'), rows: 'applicants', format: 'csv' };
    const file = await recruiter.post(`${at}/file`, fields);
    expect([file.status, file.headers['content-type']]).toEqual([200, expect.stringContaining('text/csv')]);
    const lines = parse<Line>(file.text, { columns: true });
    const whole = await csv('rows=applicants&format=csv');
    expect(lines).toEqual(whole.filter(({ label }) => label !== 'CCCCC'));
    const events = await test.deps.stores.audit.listNewest(home, 100);
    const [facts = {}] = events.flatMap((one) => ('applicantIds' in one.facts ? [one.facts] : []));
    expect(facts).toMatchObject({ applicants: 2, rows: 'applicants', format: 'csv' });
    expect(facts['applicantIds']).toEqual(expect.arrayContaining([rated.applicant.id, invited.applicant.id]));
    // The choice of what to export is kept, and so is who was chosen.
    const again = await recruiter.post(`${at}/file`, { ...fields, format: 'doc' });
    const asked = load(again.text);
    expect([again.status, asked('[name=applicants]').attr('value')]).toEqual([422, fields.applicants]);
    expect(asked('main').text()).toContain('Choose a format.');
  });

  it('says that nobody is left where all who were chosen have been erased meanwhile', async () => {
    const fields = { applicants: newId(), rows: 'applicants', format: 'csv' };
    const at = `/requisitions/${role.requisition.id}/exports/chosen`;
    const before = (await test.deps.stores.audit.listNewest(home, 100)).length;
    const answer = await recruiter.post(`${at}/file`, fields);
    expect([answer.status, load(answer.text)('.empty h2').text()]).toEqual([422, 'Nobody is chosen']);
    expect(await test.deps.stores.audit.listNewest(home, 100)).toHaveLength(before);
  });

  it('is of an earlier intake where that is asked for', async () => {
    const running = anIntake();
    const earlier = anIntake({ formVersionId: running.formVersionId });
    const intakes = [earlier, running] as const;
    const two = aRole(home, { members: [recruiter.actor.personId], intakes });
    await storeRole(test, two);
    const person = aPerson(two, { label: 'FFFFF', state: 'invited' });
    const standing = { ...person.standing, intakeId: earlier.id, rubricVersionId: earlier.rubricVersionId };
    await test.deps.stores.rubrics.insertVersion(
      { ...two.rubric, id: earlier.rubricVersionId, number: 2 },
      [],
    );
    await test.deps.stores.standings.upsert(standing);
    const at = `/requisitions/${two.requisition.id}/exports/file?rows=applicants&format=json`;
    const labelsAt = async (path: string) =>
      ((await recruiter.get(path)).body as { label: string }[]).map(({ label }) => label);
    expect(await labelsAt(at)).toEqual([]);
    expect(await labelsAt(`${at}&intake=${earlier.id}`)).toEqual(['FFFFF']);
    expect((await recruiter.get(`${at}&intake=unknown`)).status).toBe(404);
  });

  it('is chosen on a page that says how many there are', async () => {
    const page = await recruiter.get(`/requisitions/${role.requisition.id}/exports`);
    expect(page.status).toBe(200);
    expect(load(page.text)('main').text()).toContain('3 applicants');
    expect((await recruiter.get(path('rows=names&format=csv'))).status).toBe(404);
  });
});
