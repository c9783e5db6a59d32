import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import type { Intake } from '../../../src/core/requisition/requisition.ts';
import type { Connection } from '../../../src/store/connection.ts';
import { buildIndexes } from '../../../src/store/indexes.ts';
import { createStores, type Stores } from '../../../src/store/stores.ts';
import { testConnection } from '../../support/test-app.ts';
import type { Finished } from '../rating-desk/rating-role.ts';
import { memoryConnection } from './any-sequence-memory.ts';
import { slotsOf } from '../../../src/store/standing-store.ts';
import { lasting, readRows, recompute, standingIn, type Rows } from './any-sequence-rows.ts';
import { steps, TELLING, type Step } from './any-sequence-steps.ts';
import { createWorld, requisitionOf, take } from './any-sequence-walk.ts';

/** `RUBRIC_SEQUENCES=10000` for the long form. One in a hundred goes through the real store. */
const RUNS = Number(process.env['RUBRIC_SEQUENCES'] ?? 500);
const THROUGH_STORE = Math.ceil(RUNS / 100);
jest.setTimeout(60_000 + RUNS * 1000);

let stored: [Connection, Stores];
beforeAll(async () => {
  const connection = await testConnection();
  stored = [connection, createStores(connection)];
  await buildIndexes(connection);
}, 60_000);
afterAll(async () => {
  await stored[0].dropDatabase();
  await stored[0].close();
});

function inMemory(): [Connection, Stores] {
  const connection = memoryConnection();
  return [connection, createStores(connection)];
}

async function walk([connection, stores]: [Connection, Stores], sequence: readonly Step[]): Promise<void> {
  const world = await createWorld(connection, stores);
  const people: Finished[] = [];
  let seen: ReturnType<typeof lasting> = new Map();
  let locked: string | undefined;
  for (const step of sequence) {
    const finished = await take(world, step);
    if (finished !== null) people.push(finished);
    const rows = await readRows(connection, world.role);
    const { intakes } = await requisitionOf(world);
    const now = lasting(rows);
    for (const [name, row] of seen) expect([name, now.get(name)]).toEqual([name, row]);
    seen = now;
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
  const given = recompute(rows, intake, person);
  expect(standingIn(rows, person, intake)).toEqual({ ...given, slots: slotsOf(given) });
}

const walkAll = (numRuns: number, on: () => [Connection, Stores]) =>
  fc.assert(
    fc.asyncProperty(steps, (sequence) => walk(on(), sequence)),
    { numRuns, examples: [[TELLING]] },
  );

describe('whatever is edited, rated, published and rejected', () => {
  it('stored ratings, versions and scores stay, and what counts is what ratings and versions give', () =>
    walkAll(RUNS, inMemory));

  it('holds in the real store as well', () => walkAll(THROUGH_STORE, () => stored));
});
