import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { keyedForms } from '../../../src/content/keyed-forms.ts';
import type { OrganisationId } from '../../../src/core/kernel/ids.ts';
import { referenceScope } from '../../../src/core/norms/reference-scope.ts';
import type { Requisition } from '../../../src/core/requisition/requisition.ts';
import type { Standing } from '../../../src/core/scoring/standing.ts';
import { newId, sha256 } from '../../../src/ops/secrets.ts';
import { simulateRole } from '../../../src/simulation/simulate-role.ts';
import { createKeyVersionStore } from '../../../src/store/key-version-store.ts';
import { signInAs, type Staff } from '../../support/actors.ts';
import { readPdf } from '../../support/read-pdf.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { shelf } from '../../support/shelf.ts';

const APPLICANTS = 170;

let test: TestApp;
let owner: Staff;
let recruiter: Staff;
let requisition: Requisition;
/** A second simulated role under the same assessment, of which nobody may count in the first. */
let other: Requisition;
let complete: (Standing & { judgmentScore: number; writtenScore: number })[];

beforeAll(async () => {
  test = await startTestApp();
  const home = newId<OrganisationId>();
  const about = { name: 'Harbour Line', contactName: 'The team', contactEmail: 'team@example.org' };
  await test.deps.stores.organisations.insertFirst({ id: home, ...about }, test.deps.clock());
  recruiter = await signInAs(test, home, ['recruiter']);
  owner = await signInAs(test, home, ['owner']);
  const keys = { keyedForms: keyedForms(shelf), keyVersions: createKeyVersionStore(test.connection) };
  const simulate = async (applicants: number, seed: string) => {
    const made = await simulateRole(test.deps, keys, { applicants, evidence: 20, seed }, () => undefined);
    if (made.kind !== 'simulated') throw new Error(made.kind);
    return made.requisition;
  };
  requisition = await simulate(APPLICANTS, 'norms');
  other = await simulate(20, 'few');
  const rows = (await test.connection
    .collection('standings')
    .find({ requisitionId: requisition.id, 'evidence.kind': 'complete' })
    .toArray()) as unknown as Standing[];
  complete = rows.flatMap((row) =>
    row.judgment.score.value === null || row.written.value === null
      ? []
      : [{ ...row, judgmentScore: row.judgment.score.value, writtenScore: row.written.value }],
  );
}, 120_000);
afterAll(() => test.close());

const at = (one: Requisition, page = 'references') => `/quality/${one.id}/${page}`;
const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();
const main = async (staff: Staff, path: string): Promise<string> => {
  const { status, text } = await staff.get(path);
  expect(status).toBe(200);
  return squeeze(load(text)('main').text());
};
const group = (roles: string) => ({
  name: 'Front desk 2026',
  description: 'Everybody who applied for the front desk.',
  roles,
  from: '2000-01-01',
  to: '2100-01-01',
});
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const sd = (values: readonly number[]) =>
  Math.sqrt(values.reduce((a, b) => a + (b - mean(values)) ** 2, 0) / (values.length - 1));
const report = () => {
  const [first] = complete;
  if (first === undefined) throw new Error('nobody is complete');
  return { first, path: `/requisitions/${requisition.id}/applicants/${first.applicantId}` };
};

describe('norm groups', () => {
  it('need 100 people, and a refusal keeps what was typed', async () => {
    const refused = await owner.post(at(other, 'norm-groups'), group(other.id));
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Fewer than 100 completed attempts have a score');
    expect(load(refused.text)('#name').val()).toBe('Front desk 2026');
    expect(load(refused.text)(`input[value="${other.id}"]`).prop('checked')).toBe(true);
    const empty = await owner.post(at(other, 'norm-groups'), { from: 'soon' });
    expect(empty.text).toContain('Tick at least one role.');
    expect(await test.connection.collection('normGroups').countDocuments()).toBe(0);
  });

  it('count the completed attempts of the role, never those of another simulated one, and keep nobody’s id', async () => {
    expect(await main(owner, at(requisition))).toContain('completed attempts');
    const both = { ...group(requisition.id), roles: [requisition.id, other.id] };
    expect((await owner.post(at(requisition, 'norm-groups'), both as never)).status).toBe(303);
    const stored = await test.connection.collection('normGroups').findOne({});
    expect(stored?.['requisitionIds']).toEqual([requisition.id]);
    const scores = complete.map(({ writtenScore }) => writtenScore);
    const frozen = (stored?.['scores'] as { written: { n: number; mean: number; sd: number } }).written;
    expect(frozen.n).toBe(scores.length);
    expect(frozen.mean).toBeCloseTo(mean(scores), 9);
    expect(frozen.sd).toBeCloseTo(sd(scores), 9);
    expect(JSON.stringify(stored)).not.toContain(report().first.applicantId);
    expect(await main(owner, `/quality/${requisition.id}`)).toContain(`n = ${scores.length}, mean`);
  });

  it('give the place of a score with its interval in the report, in words', async () => {
    const { first, path } = report();
    const text = await main(recruiter, path);
    // Planning value: reliability .50 on the SD that the authors state.
    const planning = test.deps.planning.get(requisition.assessmentId);
    const half =
      1.645 * (planning?.written.sd ?? NaN) * Math.sqrt(1 - (planning?.written.reliability ?? NaN));
    const reached = (bound: number) => {
      const below = complete.filter(
        ({ writtenScore }) => Math.round(writtenScore * 10) <= Math.round(bound * 10),
      );
      return Math.min(99, Math.max(1, Math.round((100 * below.length) / complete.length)));
    };
    const [from, to] = [reached(first.writtenScore - half), reached(first.writtenScore + half)];
    expect(text).toContain(`Scored as high as or higher than ${from} to ${to} of 100 in “Front desk 2026”`);
  });
});

describe('reference constants and Overall', () => {
  it('are not there before they are frozen, and need 100 people', async () => {
    expect(await main(recruiter, report().path)).not.toContain('Overall');
    expect(await main(owner, at(requisition))).toContain('No constants are frozen');
    const few = await owner.post(at(other, 'reference-constants'), { weightOfJudgment: '50' });
    expect(few.status).toBe(422);
    expect(few.text).toMatch(/Only \d+ of 100 completed attempts have both scores/);
    const wrong = await owner.post(at(requisition, 'reference-constants'), { weightOfJudgment: '100' });
    expect(wrong.text).toContain('Enter a whole number from 1 to 99.');
  });

  it('put both parts on T scores and weigh them as stated, as it follows from the raw scores', async () => {
    const frozen = await owner.post(at(requisition, 'reference-constants'), { weightOfJudgment: '40' });
    expect(frozen.status).toBe(303);
    const { first, path } = report();
    const [judgments, writtens] = [
      complete.map(({ judgmentScore }) => judgmentScore),
      complete.map(({ writtenScore }) => writtenScore),
    ];
    const t = (value: number, all: readonly number[]) => 50 + (10 * (value - mean(all))) / sd(all);
    const [ofJudgment, ofWritten] = [t(first.judgmentScore, judgments), t(first.writtenScore, writtens)];
    const text = await main(recruiter, path);
    const planning = test.deps.planning.get(requisition.assessmentId);
    const error = (column: 'judgment' | 'written', all: readonly number[], weight: number) =>
      (weight *
        10 *
        (planning?.[column].sd ?? NaN) *
        Math.sqrt(1 - (planning?.[column].reliability ?? NaN))) /
      sd(all);
    const half = 1.645 * Math.hypot(error('judgment', judgments, 0.4), error('written', writtens, 0.6));
    const products = complete.map(
      ({ judgmentScore, writtenScore }) =>
        (judgmentScore - mean(judgments)) * (writtenScore - mean(writtens)),
    );
    const r = products.reduce((a, b) => a + b, 0) / (complete.length - 1) / (sd(judgments) * sd(writtens));
    const share = (0.4 * (0.4 + 0.6 * r)) / (0.16 + 0.36 + 2 * 0.24 * r);
    const shown = (value: number) => String(Math.round(value));
    expect(text).toContain(
      `${shown(0.4 * ofJudgment + 0.6 * ofWritten)} ± ${shown(half)} (assumed), from T ${shown(ofJudgment)} in Judgment and T ${shown(ofWritten)} in Written, author key`,
    );
    expect(text).toContain(`of ${complete.length} completed attempts`);
    expect(text).toContain(`effective weights ${shown(100 * share)} % and`);
  });

  it('stand in the technical manual, beside the norm groups', async () => {
    const manual = await owner.agent.get(at(requisition, 'manual')).responseType('blob');
    expect(manual.status).toBe(200);
    const text = squeeze(readPdf(manual.body as Buffer).pages.join(' '));
    expect(text).toContain('Norm groups and reference constants');
    expect(text).toContain('Front desk 2026');
    expect(text).toContain('Stated weights: Judgment 40 %, Written 60 %');
  });

  it('never stand beside Judgment that is kept back', async () => {
    const requisitions = test.connection.collection('requisitions');
    // The scope stays that of the simulated role; only the disclosure is that of a real one.
    await requisitions.updateOne({ _id: requisition.id }, { $set: { simulated: false } });
    const constants = test.connection.collection('referenceConstants');
    const [intake] = requisition.intakes;
    if (intake === undefined) throw new Error('no intake');
    const rubric = await test.deps.stores.rubrics.getVersion(
      requisition.organisationId,
      intake.rubricVersionId,
    );
    const real = referenceScope({ ...requisition, simulated: false }, intake, rubric, sha256);
    await constants.updateOne({}, { $set: { scopeId: real.id } });
    const text = await main(recruiter, report().path);
    expect(text).not.toContain('Overall');
    await requisitions.updateOne(
      { _id: requisition.id },
      {
        $set: {
          judgmentRelease: { reason: 'The pilot needs it.', by: owner.actor.personId, at: new Date() },
        },
      },
    );
    expect(await main(recruiter, report().path)).toContain('Overall');
  });

  it('are frozen by owners, read by auditors, and recorded', async () => {
    const auditor = await signInAs(test, owner.actor.organisationId, ['auditor']);
    const page = await auditor.get(at(other));
    expect(page.status).toBe(200);
    expect(page.text).not.toContain('<form method="post" action="/quality');
    expect((await auditor.post(at(other, 'norm-groups'), group(other.id))).status).toBe(403);
    await test.deps.relay.soon();
    const events = await test.deps.stores.audit.listNewest(owner.actor.organisationId, 50);
    const types = events.map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(['norm-group-frozen', 'reference-constants-frozen']));
  });
});
