import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import type { Intake } from '../../../src/core/requisition/requisition.ts';
import { newId } from '../../../src/ops/secrets.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { addRatingRole, type Finished, type RatingRole } from '../rating-desk/rating-role.ts';
import { lasting, readRows, recompute, standingIn, type Measures, type Rows } from './any-sequence-rows.ts';
import { steps, TELLING, type Step } from './any-sequence-steps.ts';
import { requisitionOf, take, workingsOf, type Workings } from './any-sequence-walk.ts';
import { addSisterRole } from './rated-role.ts';

/** `RUBRIC_SEQUENCES=10000` for the long form. */
const RUNS = Number(process.env['RUBRIC_SEQUENCES'] ?? 20);
jest.setTimeout(60_000 + RUNS * 5000);

let test: TestApp;
let home: RatingRole;
let workings: Workings;
let measures: Measures;

beforeAll(async () => {
  test = await startTestApp();
  home = await addRatingRole(test, 0);
  const { organisationId, requisition } = home;
  workings = workingsOf(test, {
    ...{ personId: newId(), organisationId, name: 'Olu Owner', roles: ['owner'] },
  });
  const [intake] = requisition.intakes;
  if (intake === undefined) throw new Error('no intake');
  measures = {
    form: await test.deps.stores.formVersions.get(organisationId, intake.formVersionId),
    key: await workings.scoring.keyVersions.get(organisationId, intake.keyVersionId),
  };
}, 60_000);
afterAll(() => test.close());

async function walk(sequence: readonly Step[]): Promise<void> {
  const role = await addSisterRole(test, home);
  const people: Finished[] = [];
  let seen: ReturnType<typeof lasting> = new Map();
  let locked: string | undefined;
  for (const now of sequence) {
    const finished = await take(workings, role, now);
    if (finished !== null) people.push(finished);
    const [rows, { intakes }] = await Promise.all([
      readRows(test.connection, role),
      requisitionOf(workings, role),
    ]);
    const stored = lasting(rows);
    for (const [name, row] of seen) expect([name, stored.get(name)]).toEqual([name, row]);
    seen = stored;
    for (const person of people) expectWhatRatingsGive(rows, intakes, person);
    const names = intakes.map(nameOf);
    locked ??= names[intakes.findIndex(({ rejectedAt }) => rejectedAt !== null)];
    if (locked !== undefined) expect(names).toContain(locked);
  }
}

const nameOf = ({ id, rubricVersionId }: Intake): string => `${id} ${rubricVersionId}`;

function expectWhatRatingsGive(rows: Rows, intakes: readonly Intake[], person: Finished): void {
  const intake = intakes.find(({ id }) => id === person.applicant.intakeId);
  if (intake === undefined) throw new Error('the intake is gone');
  expect(standingIn(rows, person, intake)).toEqual(recompute(rows, measures, intake, person));
}

describe('whatever is edited, rated, published and rejected', () => {
  it('stored ratings, versions and scores stay, and what counts is what ratings and versions give', async () => {
    const counts: Record<string, [number, number]> = {};
    const client = test.connection.getClient() as any;
    for (const ev of ['commandSucceeded','commandFailed']) client.on(ev, (e: any) => { const c = (counts[e.commandName] ??= [0,0]); c[0]++; c[1]+=e.duration; });
    const cpu0 = process.cpuUsage();
    const began = Date.now();
    await fc.assert(fc.asyncProperty(steps, walk), { numRuns: RUNS, examples: [[TELLING]] });
    process.stderr.write(JSON.stringify(counts)+JSON.stringify(process.cpuUsage(cpu0))+'\n');
    process.stderr.write(`${((Date.now() - began) / RUNS).toFixed(0)} ms a sequence\n`);
  });
});
