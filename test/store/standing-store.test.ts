import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  ApplicantId,
  IntakeId,
  OrganisationId,
  RequisitionId,
  RubricVersionId,
} from '../../src/core/kernel/ids.ts';
import type { Standing } from '../../src/core/scoring/standing.ts';
import { newId } from '../../src/ops/secrets.ts';
import type { Connection } from '../../src/store/connection.ts';
import { fillSlots } from '../../src/store/fill-slots.ts';
import { buildAllIndexes, buildIndexes, missingIndexes } from '../../src/store/indexes.ts';
import { createStandingStore, type StandingStore } from '../../src/store/standing-store.ts';
import { testConnection } from '../support/test-app.ts';

let connection: Connection;
let store: StandingStore;
beforeAll(async () => {
  connection = await testConnection();
  store = createStandingStore(connection);
  await buildIndexes(connection);
});
afterAll(async () => {
  await connection.dropDatabase();
  await connection.close();
});

function aStanding(parts: Partial<Standing> = {}): Standing {
  return {
    organisationId: 'organisation' as OrganisationId,
    requisitionId: 'requisition' as RequisitionId,
    intakeId: 'intake' as IntakeId,
    applicantId: newId<ApplicantId>(),
    attemptId: null,
    rubricVersionId: 'version' as RubricVersionId,
    label: 'K7Q2M',
    shuffleRank: 1,
    stage: 'open',
    evidence: { kind: 'invited' },
    judgment: { score: { value: null, reason: 'not-started' }, answered: 0, asked: 2, keyStatus: 'author' },
    written: { value: null, reason: 'not-started' },
    criteria: [],
    sources: { requisition: 0, applicant: 1, attempt: 1, tasks: 1 },
    finishedAt: null,
    ...parts,
  };
}

const find = ({ organisationId, requisitionId, applicantId, rubricVersionId }: Standing) =>
  store.find(organisationId, requisitionId, applicantId, rubricVersionId);

describe('a standing', () => {
  it('comes back as it was written, and is written over by a newer one', async () => {
    const standing = aStanding();
    expect(await store.upsert(standing)).toBe('written');
    expect(await find(standing)).toEqual(standing);
    const newer = {
      ...standing,
      stage: 'shortlisted' as const,
      sources: { requisition: 0, applicant: 2, attempt: 1, tasks: 1 },
    };
    expect(await store.upsert(newer)).toBe('written');
    expect(await store.upsert(newer)).toBe('written');
    expect(await find(standing)).toEqual(newer);
  });

  it.each(['requisition', 'applicant', 'attempt', 'tasks'] as const)(
    'is never written over by one with an older %s',
    async (source) => {
      const standing = aStanding({ sources: { requisition: 5, applicant: 5, attempt: 5, tasks: 5 } });
      await store.upsert(standing);
      const sources = { requisition: 6, applicant: 6, attempt: 6, tasks: 6, [source]: 4 };
      expect(await store.upsert({ ...standing, label: 'OLDER', sources })).toBe('older');
      expect(await find(standing)).toEqual(standing);
    },
  );

  it('has one row for each rubric version', async () => {
    const standing = aStanding();
    const other = { ...standing, rubricVersionId: 'next' as RubricVersionId };
    await store.upsert(standing);
    await store.upsert(other);
    expect(await find(standing)).toEqual(standing);
    expect(await find(other)).toEqual(other);
  });

  it('is listed page by page in the order of the shuffle, without gaps or repeats', async () => {
    const requisitionId = newId<RequisitionId>();
    const ranks = [7, 3, 3, 9, 1];
    const rows = ranks.map((shuffleRank) => aStanding({ requisitionId, shuffleRank }));
    for (const row of rows) await store.upsert(row);
    await store.upsert(aStanding({ requisitionId, intakeId: 'earlier' as IntakeId }));
    const { organisationId, intakeId, rubricVersionId } = aStanding();
    const list = { organisationId, requisitionId, intakeId, rubricVersionId };
    const seen: Standing[] = [];
    for (;;) {
      const page = await store.list(list, 2, seen.at(-1) ?? null);
      if (page.length === 0) break;
      seen.push(...page);
    }
    expect(seen.map(({ shuffleRank }) => shuffleRank)).toEqual([1, 3, 3, 7, 9]);
    expect(new Set(seen.map(({ applicantId }) => applicantId)).size).toBe(5);
    expect(await store.count(list)).toBe(5);
  });
});

describe('the orders by a criterion', () => {
  const scored = (...scores: (number | null)[]) =>
    aStanding({
      intakeId: 'by criterion' as IntakeId,
      criteria: scores.map((value, place) => ({
        criterion: `c${place}`,
        score: value === null ? { value, reason: 'waiting' } : { value, reason: null },
        prompts: {},
      })) as never,
    });
  const list = {
    organisationId: 'organisation' as OrganisationId,
    requisitionId: 'requisition' as RequisitionId,
    intakeId: 'by criterion' as IntakeId,
    rubricVersionId: 'version' as RubricVersionId,
  };

  it('hold those with a score on it, also of rows of an earlier edition once they are filled', async () => {
    const people = [scored(10, 80), scored(30, 60), scored(20, null)] as const;
    await store.insertMany([people[0], people[1]]);
    await store.upsert(people[2]);
    const byFirst = await store.listByScore(list, 'd1', 10, null);
    expect(byFirst).toEqual([people[1], people[2], people[0]]);
    expect(await store.listByScore(list, 'd2', 10, null)).toEqual([people[0], people[1]]);
    expect(await store.countWithoutScore(list, 'd2', 10)).toBe(1);
    expect(await store.listByScore(list, 'd3', 10, null)).toEqual([]);
    const rows = connection.collection('standings');
    await rows.updateMany({ intakeId: list.intakeId }, { $unset: { slots: '' } });
    expect(await store.listByScore(list, 'd1', 10, null)).toEqual([]);
    await fillSlots(connection);
    expect(await store.listByScore(list, 'd1', 10, null)).toEqual(byFirst);
  });

  it('are filled at a start that finds their indexes missing, before they are built', async () => {
    const rows = connection.collection('standings');
    await store.insertMany([scored(40, 10)]);
    await rows.updateMany({ intakeId: list.intakeId }, { $unset: { slots: '' } });
    await rows.dropIndexes();
    await buildAllIndexes(process.env['TEST_MONGODB_URI'] ?? '', connection.name);
    expect(await missingIndexes(connection)).toEqual([]);
    expect(
      (await store.listByScore(list, 'd1', 1, null)).map(({ criteria }) => criteria[0]?.score.value),
    ).toEqual([40]);
    expect(await rows.countDocuments({ slots: { $exists: false } })).toBe(0);
  });
});
