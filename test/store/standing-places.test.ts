import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IN_THE_RUNNING, isInTheRunning } from '../../src/core/applicant/applicant.ts';
import type { OrganisationId, RequisitionId } from '../../src/core/kernel/ids.ts';
import type { Standing } from '../../src/core/scoring/standing.ts';
import { newId } from '../../src/ops/secrets.ts';
import type { Connection } from '../../src/store/connection.ts';
import { buildIndexes } from '../../src/store/indexes.ts';
import { createStandingCountStore } from '../../src/store/standing-count-store.ts';
import { createStandingStore } from '../../src/store/standing-store.ts';
import { aPerson, aRole, ratedThroughout } from '../features/applicant-comparison/a-role.ts';
import { testConnection } from '../support/test-app.ts';

let connection: Connection;
let standings: ReturnType<typeof createStandingStore>;
let counts: ReturnType<typeof createStandingCountStore>;

beforeAll(async () => {
  connection = await testConnection();
  standings = createStandingStore(connection);
  counts = createStandingCountStore(connection);
  await buildIndexes(connection);
}, 30_000);
afterAll(async () => {
  await connection.dropDatabase();
  await connection.close();
});

/** People of one list, many of them with equal scores, the stages taken in turn. */
async function aList(people: number, stages: readonly Standing['stage'][]) {
  const role = aRole(newId<OrganisationId>());
  const rows = Array.from({ length: people }, (_, index): Standing => {
    const { standing } = aPerson(role, { label: 'AAAAA', ...ratedThroughout(role.form, [4, 3, 5]) });
    const value = index % 11 === 5 ? null : (index * 37) % 60;
    const written: Standing['written'] =
      value === null ? { value, reason: 'waiting' } : { value, reason: null };
    return { ...standing, written, stage: stages[index % stages.length] ?? 'open' };
  });
  await standings.insertMany(rows);
  const { organisationId, requisitionId, intakeId, rubricVersionId } = rows[0] ?? missing();
  return { rows, list: { organisationId, requisitionId, intakeId, rubricVersionId } };
}

const missing = (): never => {
  throw new Error('nobody was made');
};

/** Everybody sorted, without an index. */
const inOrder = (rows: readonly Standing[]): readonly Standing[] =>
  rows
    .filter((row) => isInTheRunning(row) && row.written.value !== null)
    .toSorted(
      (left, right) =>
        (right.written.value ?? 0) - (left.written.value ?? 0) ||
        (left.applicantId < right.applicantId ? -1 : 1),
    );

describe('who is at a place among those in the running', () => {
  it.each([
    ['all of them at the first stage', 60, ['open']],
    ['a few at later stages', 150, ['open', 'open', 'interview', 'open', 'rejected', 'offer']],
    ['many at later stages', 700, ['open', 'shortlisted', 'withdrawn', 'interview', 'offer']],
    ['nobody at the first stage', 40, ['shortlisted', 'offer']],
  ] as const)('is whom sorting everybody says: %s', async (_, people, stages) => {
    const { rows, list } = await aList(people, stages);
    const order = inOrder(rows);
    const places = [1, 2, 17, 18, order.length - 1, order.length, order.length + 1];
    const found = await counts.findPlaces(list, IN_THE_RUNNING, 'written', places);
    expect(found).toEqual(places.map((place) => order[place - 1]?.applicantId ?? null));
  });

  it('is nobody where nobody has a score', async () => {
    const list = { ...(await aList(5, ['rejected'])).list };
    expect(await counts.findPlaces(list, IN_THE_RUNNING, 'written', [1, 3])).toEqual([null, null]);
    const elsewhere = { ...list, requisitionId: newId<RequisitionId>() };
    expect(await counts.findPlaces(elsewhere, IN_THE_RUNNING, 'written', [1])).toEqual([null]);
  });
});
