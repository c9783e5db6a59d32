import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { keyedForms } from '../../../src/content/keyed-forms.ts';
import type { DeviceClass } from '../../../src/core/attempt/device-class.ts';
import type { OrganisationId } from '../../../src/core/kernel/ids.ts';
import { meanDifference } from '../../../src/core/psychometrics/mean-difference.ts';
import type { DeviceComparison } from '../../../src/core/quality/device-differences.ts';
import { newId } from '../../../src/ops/secrets.ts';
import { simulateRole } from '../../../src/simulation/simulate-role.ts';
import { createKeyVersionStore } from '../../../src/store/key-version-store.ts';
import { signInAs, type Staff } from '../../support/actors.ts';
import { shelf } from '../../support/shelf.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';

const APPLICANTS = 110;

let test: TestApp;
let requisitionId: string;
let owner: Staff;
let auditor: Staff;

const within = <One>(name: string) =>
  test.connection.collection(name).find({ requisitionId }).toArray() as unknown as Promise<One[]>;

async function analyse(): Promise<void> {
  await test.connection.collection('analysisRuns').updateMany({}, { $set: { state: 'wanted' } });
  await test.deps.analyses.soon();
}

const storedReports = () =>
  test.connection.collection('qualityReports').find().sort({ 'report.column': 1 }).toArray();
const stored = async (): Promise<readonly DeviceComparison[]> =>
  (await storedReports()).map(({ report }) => (report as { devices: DeviceComparison }).devices);

async function rowsFor(staff: Staff): Promise<readonly string[]> {
  const { status, text } = await staff.get(`/quality/${requisitionId}`);
  expect(status).toBe(200);
  const page = load(text);
  return page('#devices tbody tr')
    .toArray()
    .map((row) =>
      page(row)
        .children()
        .toArray()
        .map((cell) => page(cell).text().replace(/\s+/g, ' ').trim())
        .join(' | '),
    );
}

beforeAll(async () => {
  test = await startTestApp();
  const home = newId<OrganisationId>();
  const about = { name: 'Harbour Line', contactName: 'The team', contactEmail: 'team@example.org' };
  await test.deps.stores.organisations.insertFirst({ id: home, ...about }, test.deps.clock());
  await signInAs(test, home, ['recruiter']);
  owner = await signInAs(test, home, ['owner']);
  auditor = await signInAs(test, home, ['auditor']);
  const keys = { keyedForms: keyedForms(shelf), keyVersions: createKeyVersionStore(test.connection) };
  const wanted = { applicants: APPLICANTS, evidence: APPLICANTS, seed: 'devices' };
  const made = await simulateRole(test.deps, keys, wanted, () => undefined);
  if (made.kind !== 'simulated') throw new Error(made.kind);
  requisitionId = made.requisition.id;
  await analyse();
}, 120_000);
afterAll(() => test.close());

/** Scores by what their people began on, read from the store as it is. */
async function listsOf(column: 'judgment' | 'written'): Promise<ReadonlyMap<DeviceClass, number[]>> {
  const attempts = await within<{ _id: string; deviceClass: DeviceClass }>('attempts');
  const standings = await within<{
    attemptId: string;
    judgment: { score: { value: number | null } };
    written: { value: number | null };
  }>('standings');
  const lists = new Map<DeviceClass, number[]>();
  for (const { attemptId, judgment, written } of standings) {
    const deviceClass = attempts.find(({ _id }) => _id === attemptId)?.deviceClass;
    const score = column === 'judgment' ? judgment.score.value : written.value;
    if (deviceClass === undefined || score === null) continue;
    lists.set(deviceClass, [...(lists.get(deviceClass) ?? []), score]);
  }
  return lists;
}

describe('what people began on', () => {
  it('is compared in each score as what is stored says, from thirty people of a class on', async () => {
    for (const [place, column] of (['judgment', 'written'] as const).entries()) {
      const lists = await listsOf(column);
      const [phones, computers, tablets] = (['phone', 'computer', 'tablet'] as const).map(
        (deviceClass) => lists.get(deviceClass) ?? [],
      ) as [number[], number[], number[]];
      expect(tablets.length).toBeLessThan(30);
      const plain = meanDifference(computers, phones, 0.9);
      if (plain.reason !== null) throw new Error('there is no difference');
      const close = ({ value, lower, upper }: { value: number; lower: number; upper: number }) => ({
        value: expect.closeTo(value, 9),
        lower: expect.closeTo(lower, 9),
        upper: expect.closeTo(upper, 9),
      });
      const difference = {
        reason: null,
        points: close(plain.raw),
        standardised: close({ ...plain, value: plain.d }),
      };
      expect((await stored())[place]).toMatchObject({
        people: phones.length + computers.length + tablets.length,
        classes: [
          { deviceClass: 'phone', n: phones.length, reason: null, difference: null },
          { deviceClass: 'computer', n: computers.length, reason: null, difference },
          { deviceClass: 'tablet', n: null, reason: 'insufficient-n' },
        ],
      });
    }
  });

  it('stands on the page of the figures with intervals and what it does not mean, for owner and auditor', async () => {
    const shown = await rowsFor(owner);
    expect(await rowsFor(auditor)).toEqual(shown);
    const figure = String.raw`-?\d+\.\d ?-?\d+\.\d to -?\d+\.\d \| -?\.\d\d ?-?\.\d\d to -?\.\d\d`;
    expect(shown).toEqual(
      ['Judgment', 'Written'].flatMap((score) => [
        expect.stringMatching(
          new RegExp(String.raw`^${score} ?As of .* \| Phone \| \d\d \| Largest class \| –$`),
        ),
        expect.stringMatching(new RegExp(String.raw`^${score} .* \| Computer \| \d\d \| ${figure}$`)),
        expect.stringMatching(new RegExp(`^${score} .* \\| Tablet \\| Fewer than 30 \\| – \\| –$`)),
      ]),
    );
    const text = load((await owner.get(`/quality/${requisitionId}`)).text)('#devices-heading + p').text();
    expect(text).toContain('a difference is a reason to look, not a finding');
  });

  it('stays as it was until thirty people more or fewer have a score, so that nobody’s device shows', async () => {
    const before = await stored();
    const attempts = await within<{ _id: string; deviceClass: DeviceClass }>('attempts');
    const phones = attempts.filter(({ deviceClass }) => deviceClass === 'phone').map(({ _id }) => _id);
    const forget = async (ids: readonly string[]): Promise<void> => {
      await test.connection
        .collection('attempts')
        .updateMany({ _id: { $in: [...ids] as never[] } }, { $unset: { deviceClass: 1 } });
      test.advance(1000);
      await analyse();
    };
    await forget(phones.slice(0, 1));
    expect(await stored()).toEqual(before);
    await forget(phones.slice(1, 40));
    const after = await stored();
    expect(after.map(({ people }, place) => (before[place]?.people ?? 0) - people)).toEqual([
      expect.closeTo(40, -0.7),
      expect.closeTo(40, -0.7),
    ]);
    expect(after[0]?.computedAt).not.toEqual(before[0]?.computedAt);
    expect(after[0]?.classes.map(({ deviceClass, n }) => [deviceClass, n === null])).toEqual([
      ['computer', false],
      ['phone', true],
      ['tablet', true],
    ]);
  });

  it('is promised with the next analysis in reports from before it was counted', async () => {
    await test.connection.collection('qualityReports').updateMany({}, { $unset: { 'report.devices': 1 } });
    expect(await rowsFor(owner)).toEqual([
      'Judgment Counted with the next analysis | – | – | – | –',
      'Written Counted with the next analysis | – | – | – | –',
    ]);
    await analyse();
    expect(await rowsFor(owner)).toHaveLength(6);
  });
});
