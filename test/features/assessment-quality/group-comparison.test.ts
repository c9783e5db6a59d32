import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import type { Attempt } from '../../../src/core/attempt/attempt.ts';
import type { ApplicantId, OrganisationId } from '../../../src/core/kernel/ids.ts';
import { meanDifference } from '../../../src/core/psychometrics/mean-difference.ts';
import { ratedItemFunctioning } from '../../../src/core/psychometrics/rated-item-functioning.ts';
import { sampleVariance } from '../../../src/core/psychometrics/sample-variance.ts';
import type { GroupComparison } from '../../../src/core/quality/group-comparison.ts';
import type { QualityReport } from '../../../src/core/quality/quality-report.ts';
import type { Standing } from '../../../src/core/scoring/standing.ts';
import { projectRoot } from '../../../src/compose.ts';
import { keyedForms } from '../../../src/content/keyed-forms.ts';
import { createThread } from '../../../src/ops/run-in-thread.ts';
import { newId } from '../../../src/ops/secrets.ts';
import { simulateRole } from '../../../src/simulation/simulate-role.ts';
import { createKeyVersionStore } from '../../../src/store/key-version-store.ts';
import { signInAs } from '../../support/actors.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { shelf } from '../../support/shelf.ts';

const APPLICANTS = 250;
/** So few that nothing may be said about them. */
const FEW = 5;

interface Scored {
  readonly applicantId: ApplicantId;
  readonly result: { readonly score: Standing['judgment']['score']; readonly items: ItemResults };
}
type ItemResults = readonly { readonly itemId: string; readonly raw: number }[];
interface Row {
  readonly report: QualityReport;
  readonly groups: GroupComparison | null;
}

let test: TestApp;
let home: OrganisationId;
let requisitionId: string;
let people: readonly Scored[];
let written: ReadonlyMap<string, number>;
let labels: ReadonlyMap<ApplicantId, string>;
let before: readonly Row[];
let after: readonly Row[];
let later: readonly Row[];

const within = <One>(name: string) =>
  test.connection.collection(name).find({ requisitionId }).toArray() as unknown as Promise<One[]>;

/** As main.ts does it, in a thread with a connection of its own; `wanted`, because nothing is due so soon. */
async function analyse(groups?: ReadonlyMap<ApplicantId, string>): Promise<readonly Row[]> {
  await test.connection.collection('analysisRuns').updateMany({}, { $set: { state: 'wanted' } });
  const task = { uri: process.env['TEST_MONGODB_URI'], dbName: test.connection.name, logLevel: 'silent' };
  await createThread(
    new URL(`file://${projectRoot}/dist/analysis-worker.js`),
    { ...task, groups },
    192,
  ).run();
  const rows = test.connection.collection('qualityReports').find().sort({ 'report.column': 1 });
  return (await rows.toArray()) as unknown as Row[];
}

beforeAll(async () => {
  test = await startTestApp();
  home = newId<OrganisationId>();
  const about = { name: 'Harbour Line', contactName: 'The team', contactEmail: 'team@example.org' };
  await test.deps.stores.organisations.insertFirst({ id: home, ...about }, test.deps.clock());
  await signInAs(test, home, ['recruiter']);
  const keys = { keyedForms: keyedForms(shelf), keyVersions: createKeyVersionStore(test.connection) };
  const wanted = { applicants: APPLICANTS, evidence: APPLICANTS, seed: 'groups' };
  const made = await simulateRole(test.deps, keys, wanted, () => undefined);
  if (made.kind !== 'simulated') throw new Error(made.kind);
  requisitionId = made.requisition.id;
  people = await within<Scored>('scores');
  const standings = await within<Standing>('standings');
  written = new Map(
    standings.flatMap(({ applicantId, written: { value } }) =>
      value === null ? [] : [[applicantId, value]],
    ),
  );
  const ids = standings.map(({ applicantId }) => applicantId).sort();
  labels = new Map(ids.map((id, place) => [id, place < FEW ? 'few' : place % 2 === 0 ? 'even' : 'odd']));
  before = await analyse();
  after = await analyse(labels);
  later = await analyse();
}, 120_000);
afterAll(() => test.close());

const comparisonOf = (rows: readonly Row[], column: string): GroupComparison => {
  const found = rows.find(({ report }) => report.column === column)?.groups ?? null;
  if (found === null) throw new Error(`no groups were compared in ${column}`);
  return found;
};
const pairOf = ({ pairs }: GroupComparison, focal: string) => {
  const found = pairs.find((pair) => pair.focal === focal);
  if (found === undefined) throw new Error(`nothing was compared with ${focal}`);
  return found;
};
const inGroup = (label: string) => people.filter(({ applicantId }) => labels.get(applicantId) === label);
const judgmentOf = (label: string) => inGroup(label).flatMap(({ result }) => result.score.value ?? []);
const writtenOf = (label: string) =>
  inGroup(label).flatMap(({ applicantId }) => written.get(applicantId) ?? []);

describe('groups that are passed to the computing of an assessment', () => {
  it('are compared in each score as the stored scores say', () => {
    for (const [column, listOf] of [
      ['judgment', judgmentOf],
      ['written', writtenOf],
    ] as const) {
      const found = comparisonOf(after, column);
      const sizes = ['even', 'odd', 'few'].map((label) => [label, listOf(label).length]);
      expect(new Map(found.groups.map(({ label, n }) => [label, n]))).toEqual(new Map(sizes as never));
      const { reference, focal, impact } = found.pairs[0] ?? pairOf(found, 'few');
      const plain = meanDifference(listOf(focal), listOf(reference), 0.9);
      if (plain.reason !== null || impact.reason !== null) throw new Error('there is no difference');
      for (const name of ['d', 'lower', 'upper'] as const) expect(impact[name]).toBeCloseTo(plain[name], 9);
    }
  });

  it('are compared in each situation among people of like scores', () => {
    const { reference, focal, situations } = comparisonOf(after, 'judgment').pairs[0] ?? {};
    if (situations?.reason !== null || reference === undefined || focal === undefined)
      throw new Error('no situation was compared');
    expect(situations.items.length).toBeGreaterThan(5);
    for (const own of situations.items) {
      const rowsOf = (label: string) =>
        inGroup(label)
          .filter(({ result }) => result.items.length === situations.items.length)
          .map(({ result: { score, items } }) => ({
            step: Math.min(49, Math.floor((score.value ?? NaN) / 2)),
            raw: items.find(({ itemId }) => itemId === own.itemId)?.raw ?? NaN,
          }));
      const [r, f] = [rowsOf(reference), rowsOf(focal)];
      const values = [...new Set([...r, ...f].map(({ raw }) => raw))];
      const countIn = (rows: typeof r, step: number) =>
        values.map((value) => rows.filter((row) => row.step === step && row.raw === value).length);
      const strata = Array.from({ length: 50 }, (_, step) => ({
        reference: countIn(r, step),
        focal: countIn(f, step),
      }));
      const sd = Math.sqrt(sampleVariance([...r, ...f].map(({ raw }) => raw)));
      const plain = ratedItemFunctioning(strata, values, sd);
      if (plain.reason !== null || own.reason !== null) throw new Error(`nothing is known of ${own.itemId}`);
      for (const name of ['chiSquare', 'p', 'difference', 'relative'] as const)
        expect(own[name]).toBeCloseTo(plain[name], 8);
      expect(own.class).toBe(plain.class);
    }
  });

  it('that are small have no figures, and the reason why', () => {
    for (const column of ['judgment', 'written'])
      expect(pairOf(comparisonOf(after, column), 'few').impact.reason).toBe('insufficient-n');
    expect(pairOf(comparisonOf(after, 'judgment'), 'few').situations?.reason).toBe('insufficient-n');
    expect(pairOf(comparisonOf(after, 'written'), 'few').situations).toBeNull();
  });

  it('stand with the versions and the date of the figures beside them', () => {
    for (const { report, groups } of after)
      expect(groups).toMatchObject({
        id: report.id,
        versions: report.versions,
        simulatedIn: requisitionId,
        computedAt: report.computedAt,
      });
  });

  it('are nobody’s afterwards: no store has a label beside a person', async () => {
    const stored = JSON.stringify(after);
    expect([...labels.keys()].filter((id) => stored.includes(id))).toEqual([]);
    const holders: string[] = [];
    for (const { name } of await test.connection.listCollections()) {
      const rows = await test.connection.collection(name).find().toArray();
      if (/"(even|odd|few)"/.test(JSON.stringify(rows))) holders.push(name);
    }
    expect(holders).toEqual(['qualityReports']);
  });

  it('change nothing in the other figures, and a run without groups leaves their comparison', () => {
    expect(before.map(({ groups }) => groups ?? null)).toEqual([null, null]);
    const dateless = (rows: readonly Row[]) =>
      rows.map(({ report }) => ({ ...report, computedAt: undefined }));
    expect(dateless(after)).toEqual(dateless(before));
    expect(later.map(({ groups }) => groups)).toEqual(after.map(({ groups }) => groups));
    expect(later[0]?.report.computedAt).not.toEqual(after[0]?.report.computedAt);
  });
});

describe('the time that parts take without a limit', () => {
  const SECONDS_MORE = 1800;
  const tableOf = async () => {
    const owner = await signInAs(test, home, ['owner']);
    const { status, text } = await owner.get(`/quality/${requisitionId}`);
    expect(status).toBe(200);
    return load(text);
  };
  const textsOf = async () =>
    (await tableOf())('#times tbody tr')
      .toArray()
      .map((row) => load(row).text().replace(/\s+/g, ' ').trim());

  it('is told of fifty people on, with a warning where the limit is below it, and of nobody alone', async () => {
    expect(await textsOf()).toEqual([
      expect.stringContaining('Not enough yet (0 of 50)'),
      expect.stringContaining('Not enough yet (0 of 50)'),
    ]);
    const attempts = await within<Attempt & { _id: string }>('attempts');
    const [first = ''] = Object.keys(attempts[0]?.parts ?? {});
    const collection = test.connection.collection('attempts');
    const done = attempts.filter(({ parts }) => parts[first as never]?.closedBy === 'hand-in').slice(0, 60);
    for (const [place, { _id, parts }] of done.entries()) {
      const startedMs = parts[first as never]?.startedAt?.getTime() ?? NaN;
      const closedAt = new Date(startedMs + 1000 * (SECONDS_MORE + place));
      await collection.updateOne(
        { _id: _id as never },
        { $set: { timeChoice: 'no-limit', [`parts.${first}.closedAt`]: closedAt } },
      );
    }
    const [row] = await analyse();
    expect(row?.report).toMatchObject({
      times: [{ n: 60, minutes: { value: expect.closeTo(30 + (0.95 * 59) / 60, 9) } }, {}],
    });
    expect((await textsOf())[0]).toMatch(/30 minutes ?60 ?95 of 100 took up to 31 minutes/);
    expect((await tableOf())('.notice.warn').text()).toContain(
      '30 minutes: the limit is below what 95 of 100 people without a limit needed: 31 minutes.',
    );
  });

  it('is missing in reports from before it was measured, which can still be read', async () => {
    await test.connection.collection('qualityReports').updateMany({}, { $unset: { 'report.times': 1 } });
    const $ = await tableOf();
    expect($('#times')).toHaveLength(0);
    expect($('#missing-judgment')).toHaveLength(1);
  });
});
