import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  ApplicantId,
  IntakeId,
  OrganisationId,
  RequisitionId,
  RubricVersionId,
} from '../../../src/core/kernel/ids.ts';
import { criteriaPrecision } from '../../../src/core/scoring/column-precision.ts';
import { SLOTS } from '../../../src/core/scoring/score-column.ts';
import type { Standing } from '../../../src/core/scoring/standing.ts';
import { findRows, MOST_EXAMINED } from '../../../src/features/applicant-comparison/find-rows.ts';
import { EVERYBODY, type ListFilter } from '../../../src/features/applicant-comparison/list-filter.ts';
import { newId } from '../../../src/ops/secrets.ts';
import type { Connection } from '../../../src/store/connection.ts';
import { buildIndexes } from '../../../src/store/indexes.ts';
import { createStandingStore, type StandingStore } from '../../../src/store/standing-store.ts';
import { testConnection } from '../../support/test-app.ts';

const LIST = {
  organisationId: 'organisation' as OrganisationId,
  requisitionId: 'requisition' as RequisitionId,
  intakeId: 'intake' as IntakeId,
  rubricVersionId: 'version' as RubricVersionId,
};
const PRECISION = {
  ...criteriaPrecision({ criteria: [], analysis: null }),
  judgment: null,
  written: { kind: 'assumed', reliability: 0.75, sd: 10, source: 'nobody' },
} as const;
const RARE = MOST_EXAMINED + 100;
const MANY = MOST_EXAMINED + 300;

let connection: Connection;
let store: StandingStore;
beforeAll(async () => {
  connection = await testConnection();
  store = createStandingStore(connection);
  await buildIndexes(connection);
  const everybody = Array.from({ length: MANY }, (_, rank) => aStanding(rank));
  for (let at = 0; at < MANY; at += 500) await store.insertMany(everybody.slice(at, at + 500));
}, 120_000);
afterAll(async () => {
  await connection.dropDatabase();
  await connection.close();
});

/** Only one, near the end of the shuffle, is shortlisted and has a score. */
function aStanding(rank: number): Standing {
  const score = rank === RARE ? { value: 70, reason: null } : ({ value: null, reason: 'waiting' } as const);
  return {
    ...LIST,
    applicantId: newId<ApplicantId>(),
    attemptId: null,
    label: `L${rank}`,
    shuffleRank: rank,
    stage: rank === RARE ? 'shortlisted' : 'open',
    evidence: { kind: 'invited' },
    judgment: { score: { value: null, reason: 'not-started' }, answered: 0, asked: 2, keyStatus: 'author' },
    written: score,
    criteria: [
      { criterion: 'c', score, prompts: { p: { level: 4, basis: 'mean', reason: null } } },
      { criterion: 'everybody', score: { value: 100 - rank / 100, reason: null }, prompts: {} },
    ] as never,
    sources: { requisition: 0, applicant: 1, attempt: 1, tasks: 1 },
    finishedAt: null,
  };
}

const look = (filter: Partial<ListFilter>, over: Partial<Parameters<typeof findRows>[1]> = {}) =>
  findRows(
    store,
    {
      list: LIST,
      column: null,
      precision: PRECISION,
      after: null,
      noted: [],
      filter: { ...EVERYBODY, ...filter },
      ...over,
    },
    51,
  );

describe('looking for a page of applicants', () => {
  it('stops after 5,000 rows and looks on from there', async () => {
    const couldBe = { column: 'written', atLeast: 75 } as const;
    const first = await look({ couldBe });
    expect(first.rows).toEqual([]);
    expect(first.stoppedAt?.value).toBe(MOST_EXAMINED - 1);
    const second = await look({ couldBe }, { after: first.stoppedAt });
    expect(second.rows.map(({ label }) => label)).toEqual([`L${RARE}`]);
    expect(second.stoppedAt).toBeNull();
  });

  it('keeps nobody whose band ends below the score', async () => {
    const couldBe = { column: 'written', atLeast: 79 } as const;
    const { rows } = await look({ couldBe }, { column: 'written' });
    expect(rows).toEqual([]);
  });

  it.each([{ stage: 'shortlisted' }, { label: `L${RARE}` }] as const)(
    'finds %p without looking at the others',
    async (filter) => {
      const { rows, stoppedAt } = await look(filter);
      expect(rows.map(({ label }) => label)).toEqual([`L${RARE}`]);
      expect(stoppedAt).toBeNull();
    },
  );

  it('looks at row by row in the order of a criterion, and stops there too', async () => {
    const first = await look({ stage: 'shortlisted' }, { column: 'd2' });
    expect([first.rows.length, first.stoppedAt === null]).toEqual([0, false]);
    const second = await look({ stage: 'shortlisted' }, { column: 'd2', after: first.stoppedAt });
    expect([...second.rows.map(({ label }) => label), second.stoppedAt]).toEqual([`L${RARE}`, null]);
  });

  const filters = [{}, { stage: 'open' }, { 'evidence.kind': 'invited' }];
  const orders = [{ shuffleRank: 1 }, { 'written.value': -1 }, { 'judgment.score.value': -1 }];
  const pairs = filters.flatMap((filter) => orders.map((order) => ({ filter, order })));
  const bySlot = SLOTS.map((slot) => ({ filter: {}, order: { [`slots.${slot}`]: -1 } }));
  it.each([...pairs, ...bySlot])('has an index of role and order for %j', async ({ filter, order }) => {
    const score = Object.keys(order)[0] ?? '';
    const scored = score === 'shuffleRank' ? {} : { [score]: { $type: 'number' } };
    const reply = await connection.db?.command({
      explain: { find: 'standings', filter: { ...LIST, ...filter, ...scored }, sort: { ...order, _id: 1 } },
      verbosity: 'queryPlanner',
    });
    const plan = JSON.stringify(reply?.['queryPlanner']);
    const narrow = Object.keys(filter).map((name) => `${name}_1_`);
    expect(plan).toContain(
      `organisationId_1_requisitionId_1_rubricVersionId_1_intakeId_1_${narrow.join('')}`,
    );
    expect(plan).toContain(`${score}_${Object.values(order)[0]}`);
    expect(plan).not.toContain('SORT');
  });

  it('counts no further than asked', async () => {
    expect(await store.countUpTo(LIST, 1001)).toBe(1001);
    expect(await store.countWithoutScore(LIST, 'written', 1001)).toBe(1001);
    expect(await store.countUpTo({ ...LIST, intakeId: 'other' as IntakeId }, 1001)).toBe(0);
  });
});
