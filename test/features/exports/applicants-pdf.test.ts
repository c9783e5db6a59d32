import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import type { OrganisationId } from '../../../src/core/kernel/ids.ts';
import type { Precision } from '../../../src/core/psychometrics/precision.ts';
import { currentIntake } from '../../../src/core/requisition/requisition.ts';
import { criteriaPrecision } from '../../../src/core/scoring/column-precision.ts';
import { applicantsDocument } from '../../../src/features/exports/applicants-document.ts';
import type { ExportSetting } from '../../../src/features/exports/load-setting.ts';
import { addOrganisation, signInAs, type Staff } from '../../support/actors.ts';
import { readPdf } from '../../support/read-pdf.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import {
  aPerson,
  aRole,
  ratedThroughout,
  type MadePerson,
  type Role,
} from '../applicant-comparison/a-role.ts';
import { storePeople, storeRole } from '../applicant-comparison/store-role.ts';

let test: TestApp;
let home: OrganisationId;
let recruiter: Staff;
let role: Role;
let people: readonly MadePerson[];

beforeAll(async () => {
  test = await startTestApp();
  home = await addOrganisation(test);
  recruiter = await signInAs(test, home, ['recruiter']);
  role = aRole(home, { members: [recruiter.actor.personId], title: 'Agent <b>עברית</b> & co' });
  people = [
    aPerson(role, { label: 'AAAAA', stage: 'shortlisted', ...ratedThroughout(role.form, [4, 3, 5]) }),
    aPerson(role, { label: 'BBBBB', state: 'invited' }),
    aPerson(role, { label: 'CCCCC', ...ratedThroughout(role.form, [1, 1, 1]) }),
  ];
  await storeRole(test, role);
  await storePeople(test, people);
}, 60_000);
afterAll(() => test.close());

const fileAt = (query: string): string => `/requisitions/${role.requisition.id}/exports/file?${query}`;

async function pdf(answer: PromiseLike<{ status: number; type: string; body: unknown }>) {
  const { status, type, body } = await answer;
  expect([status, type]).toEqual([200, 'application/pdf']);
  const read = readPdf(body as Buffer);
  return { ...read, text: read.pages.join('\n').replace(/\s+/g, ' ') };
}

const begun = async () =>
  (await test.deps.stores.audit.listNewest(home, 100)).filter(({ type }) => type === 'export-begun');

describe('the applicants as PDF', () => {
  it('are a tagged table of what the list shows, with what every score rests on and no name', async () => {
    const { text, roles } = await pdf(
      recruiter.agent.get(fileAt('rows=applicants&format=pdf')).responseType('blob'),
    );
    const written = Math.round(people[0]?.standing.written.value ?? NaN);
    expect(text).toMatch(
      new RegExp(`AAAAA Shortlisted Complete kept back, author key ${written} ± \\d+ assumed 75 50 100`),
    );
    expect(text).toContain('BBBBB Open Invited kept back, author key not started');
    expect(text).toContain('Judgment is kept back: author key, awaiting expert panel.');
    expect(text).toMatch(/Written: Precision assumed: reliability \.\d\d/);
    expect(text).not.toContain('Judgment: Precision');
    expect(text).toContain('no rank is meant');
    for (const part of ['intake of 5 January 2026', 'rubric version 1', 'all of the intake, 3 applicants'])
      expect(text).toContain(part);
    // Hostile words of the title stay words, and what the typeface lacks is said.
    expect(text).toContain('Agent <b>\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD</b> & co');
    expect(text).toMatch(/Page 1: \d+ characters/);
    expect(text).not.toMatch(/canary|example\.org/i);
    const count = (name: string) => roles.filter((one) => one === name).length;
    const columns = 5 + role.rubric.criteria.length;
    expect([count('Table'), count('TR'), count('TH'), count('TD')]).toEqual([
      1,
      4,
      columns + 3,
      3 * (columns - 1),
    ]);
    expect((await begun()).map(({ facts }) => facts)).toContainEqual(
      expect.objectContaining({ rows: 'applicants', format: 'pdf' }),
    );
  });

  it('are those who were chosen, and the file says so', async () => {
    const chosen = `/requisitions/${role.requisition.id}/exports/chosen/file`;
    const token = load((await recruiter.get(`/requisitions/${role.requisition.id}/exports`)).text);
    const csrf = token('[name=_csrf]').first().attr('value');
    const ids = [people[0]?.applicant.id, people[1]?.applicant.id].join(' ');
    const fields = { _csrf: csrf, applicants: ids, rows: 'applicants', format: 'pdf' };
    const { text } = await pdf(recruiter.agent.post(chosen).type('form').send(fields).responseType('blob'));
    expect(text).toContain('chosen in the list, 2 applicants');
    expect(text).toContain('AAAAA');
    expect(text).not.toContain('CCCCC');
    expect((await begun()).map(({ facts }) => facts)).toContainEqual(
      expect.objectContaining({ format: 'pdf', applicants: 2 }),
    );
    const refused = await recruiter.post(chosen, { ...fields, rows: 'responses' });
    expect([refused.status, load(refused.text)('[name=applicants]').attr('value')]).toEqual([422, ids]);
    expect(load(refused.text)('main').text()).toContain('A PDF has one row for each applicant');
  });

  it('are 500 at most, and there is a way on where they are more or rows are of another kind', async () => {
    const large = aRole(home, { members: [recruiter.actor.personId] });
    await storeRole(test, large);
    const { standing } = aPerson(large, { label: 'DDDDD', state: 'invited' });
    const make = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, index) => ({
        ...standing,
        applicantId: `${from + index}`.padStart(22, 'x') as typeof standing.applicantId,
        label: `L${from + index}`,
        shuffleRank: from + index,
      }));
    await test.deps.stores.standings.insertMany(make(0, 500));
    const at = `/requisitions/${large.requisition.id}/exports/file?rows=applicants&format=`;
    const { text, pages } = await pdf(recruiter.agent.get(`${at}pdf`).responseType('blob'));
    expect(text).toContain('L499');
    expect(pages.slice(1).every((page) => page.includes('all of the intake, 500 applicants'))).toBe(true);
    await test.deps.stores.standings.insertMany(make(500, 501));
    const before = (await begun()).length;
    const refused = load((await recruiter.get(`${at}pdf`).expect(422)).text);
    expect(refused('h1').text()).toBe('This is more than a PDF takes');
    expect(refused(`a[href="${at}csv"]`)).toHaveLength(1);
    const levels = load((await recruiter.get(fileAt('rows=levels&format=pdf')).expect(422)).text);
    expect(levels('h1').text()).toBe('A PDF has one row for each applicant');
    expect(await begun()).toHaveLength(before);
  });
});

describe('a cell of that table', () => {
  const established: Precision = {
    kind: 'established',
    ...{ reliability: 0.75, mean: 60, sd: 12, method: 'omega', n: 140 },
    interval: { lower: 0.62, upper: 0.78 },
  };

  it('says that a band is established and whose key it is, and has Overall on constants alone', () => {
    const [person] = people;
    if (person === undefined) throw new Error('nobody');
    const standing = {
      ...person.standing,
      judgment: { ...person.standing.judgment, keyStatus: 'panel' as const },
    };
    const setting: ExportSetting = {
      ...{ ...role, intake: currentIntake(role.requisition), constants: null, seesKey: false },
      precision: {
        ...criteriaPrecision({ criteria: [], analysis: null }),
        ...{ judgment: established, written: established, d1: established },
      },
    };
    const { blocks } = applicantsDocument(setting, [standing], 'everybody', new Date(0));
    const table = blocks.find((block) => block.kind === 'table');
    expect(table?.rows[0]?.[3]).toBe('62 ± 10, established, panel key');
    expect(table?.rows[0]?.[5]).toMatch(/^\d+ ± \d+$/);
    expect(table?.rows[0]?.[6]).toMatch(/^\d+$/);
    const [first, second] = role.rubric.criteria.map(({ label }) => label);
    expect(JSON.stringify(blocks)).toContain(`${first}: Reliability`);
    expect(JSON.stringify(blocks)).not.toContain(`${second}: Reliability`);
    expect(table?.head).not.toContain('Overall');
    expect(JSON.stringify(blocks)).toContain(
      'Judgment: Reliability .75 (90 % interval .62 to .78; omega, n = 140).',
    );
  });
});
