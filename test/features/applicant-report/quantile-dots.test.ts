import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { currentIntake } from '../../../src/core/requisition/requisition.ts';
import type { AnalysisPool } from '../../../src/core/scoring/analysis.ts';
import { judgmentPool, writtenPool } from '../../../src/core/scoring/analysis-pool.ts';
import { sha256 } from '../../../src/ops/secrets.ts';
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
let recruiter: Staff;
let role: Role;
let person: MadePerson;

const OWN = { reliability: 0.75, mean: 60, sd: 12 };
const SECTIONS = ['written', 'judgment'] as const;

beforeAll(async () => {
  test = await startTestApp();
  const home = await addOrganisation(test);
  recruiter = await signInAs(test, home, ['recruiter']);
  role = aRole(home, {
    members: [recruiter.actor.personId],
    judgmentRelease: { at: new Date(), by: recruiter.actor.personId, reason: 'A pilot.' },
  });
  person = aPerson(role, { label: 'AAAAA', ...ratedThroughout(role.form, [4, 3, 5]) });
  await storeRole(test, role);
  await storePeople(test, [person]);
}, 60_000);
afterAll(() => test.close());

/** What the organisation's own attempts say of a column from now on. */
async function measured(pool: AnalysisPool, n: number, doubleRatings: number): Promise<void> {
  const own = { ...OWN, method: 'omega', n, interval: { lower: 0.66, upper: 0.82 } };
  const computedAt = test.deps.clock();
  await test.deps.stores.analyses.replace({ ...pool, own, criteria: [], doubleRatings, computedAt });
}

const reportAt = (): string => `/requisitions/${role.requisition.id}/applicants/${person.applicant.id}`;

/** Dots by column on the page, and how many pictures of them the file has. */
async function drawn() {
  const $ = load((await recruiter.get(reportAt()).expect(200)).text);
  const dots = SECTIONS.map((column) =>
    $(`section[aria-labelledby=band-${column}] svg:contains("Where the true score") circle.dot`)
      .toArray()
      .map((dot) => Number($(dot).attr('cx'))),
  );
  const file = await recruiter.agent.get(`${reportAt()}/pdf`).responseType('blob');
  const { alternatives, pages } = readPdf(file.body as Buffer);
  const pictures = alternatives.filter((words) => words.includes('Where the true score of AAAAA may lie'));
  const said = pages.join(' ').replace(/\s+/g, ' ').includes('Each of the 20 dots');
  expect(said).toBe(pictures.length > 0);
  return { dots, pictures: pictures.length };
}

describe('the picture of equally likely true scores', () => {
  it('is not drawn while precision is assumed, also where too few were measured', async () => {
    expect(await drawn()).toEqual({ dots: [[], []], pictures: 0 });
    const { requisition, form, rubric } = role;
    await measured(writtenPool(requisition, form, rubric, sha256), 49, 60);
    await measured(judgmentPool(requisition, currentIntake(requisition), sha256), 49, 0);
    expect(await drawn()).toEqual({ dots: [[], []], pictures: 0 });
    await measured(writtenPool(requisition, form, rubric, sha256), 80, 29);
    expect(await drawn()).toEqual({ dots: [[], []], pictures: 0 });
  });

  it('is drawn on page and in file for the column whose precision is established, around the regressed score', async () => {
    const { requisition, form, rubric } = role;
    await measured(writtenPool(requisition, form, rubric, sha256), 80, 60);
    const { dots, pictures } = await drawn();
    expect([dots[0]?.length, dots[1]?.length, pictures]).toEqual([20, 0, 1]);

    // A chart is 380 wide and 0 to 100 runs from 14 to 366; dots stand in columns of 12.
    const score = person.standing.written.value ?? NaN;
    const place = (value: number) => 14 + (value / 100) * 352;
    const centre = place(OWN.mean + OWN.reliability * (score - OWN.mean));
    const spread = 3.52 * OWN.sd * Math.sqrt(OWN.reliability * (1 - OWN.reliability));
    const xs = dots[0] ?? [];
    const middle = xs.reduce((sum, x) => sum + x, 0) / 20;
    expect(Math.abs(middle - centre)).toBeLessThan(6);
    expect(Math.abs(Math.max(...xs) - (centre + 1.96 * spread))).toBeLessThanOrEqual(6);
    expect(Math.abs(Math.min(...xs) - (centre - 1.96 * spread))).toBeLessThanOrEqual(6);

    await measured(judgmentPool(requisition, currentIntake(requisition), sha256), 80, 0);
    const both = await drawn();
    expect([both.dots.map((one) => one.length), both.pictures]).toEqual([[20, 20], 2]);
  });
});
