import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type {
  ApplicantId,
  IntakeId,
  OrganisationId,
  RequisitionId,
  RubricVersionId,
} from '../../../src/core/kernel/ids.ts';
import type { Standing } from '../../../src/core/scoring/standing.ts';
import { criteriaPrecision } from '../../../src/core/scoring/column-precision.ts';
import { findRows, placeOf } from '../../../src/features/applicant-comparison/find-rows.ts';
import { EVERYBODY } from '../../../src/features/applicant-comparison/list-filter.ts';
import { newId } from '../../../src/ops/secrets.ts';
import type { Connection } from '../../../src/store/connection.ts';
import { buildIndexes } from '../../../src/store/indexes.ts';
import { createStandingStore, type StandingStore } from '../../../src/store/standing-store.ts';
import { testConnection } from '../../support/test-app.ts';

let connection: Connection;
let store: StandingStore;
beforeAll(async () => {
  connection = await testConnection();
  store = createStandingStore(connection);
  await buildIndexes(connection);
}, 60_000);
afterAll(async () => {
  await connection.dropDatabase();
  await connection.close();
});

const PAGE = 3;
const newList = () => ({
  organisationId: newId<OrganisationId>(),
  requisitionId: newId<RequisitionId>(),
  intakeId: newId<IntakeId>(),
  rubricVersionId: newId<RubricVersionId>(),
});
type List = ReturnType<typeof newList>;
interface Figures {
  readonly rank: number;
  readonly score: number;
}

const standingOf = (list: List, { rank, score }: Figures, rev = 1): Standing => ({
  ...list,
  applicantId: newId<ApplicantId>(),
  attemptId: null,
  label: 'AAAAA',
  shuffleRank: rank,
  stage: 'open',
  evidence: { kind: 'complete' },
  judgment: { score: { value: null, reason: 'not-started' }, answered: 0, asked: 2, keyStatus: 'author' },
  written: { value: score, reason: null },
  criteria: [],
  sources: { requisition: rev, applicant: rev, attempt: rev, tasks: rev },
  finishedAt: null,
});

// Few values, so that many are level with each other.
const figures: fc.Arbitrary<Figures> = fc.record({
  rank: fc.integer({ min: 0, max: 9 }),
  score: fc.constantFrom(40, 50, 60, 70),
});
const change = fc.oneof(
  fc.record({ kind: fc.constant('come' as const), figures }),
  fc.record({ kind: fc.constant('move' as const), figures, who: fc.nat(20) }),
  fc.record({ kind: fc.constant('go' as const), who: fc.nat(20) }),
);
type Change = typeof change extends fc.Arbitrary<infer C> ? C : never;

/** Does it, and says whom it concerns. */
async function happen(
  list: List,
  people: readonly Standing[],
  now: Change,
): Promise<ApplicantId | undefined> {
  if (now.kind === 'come') {
    const newcomer = standingOf(list, now.figures);
    await store.insertMany([newcomer]);
    return newcomer.applicantId;
  }
  const person = people[now.who % Math.max(1, people.length)];
  if (person === undefined) return undefined;
  const { applicantId } = person;
  if (now.kind === 'go') await connection.collection('standings').deleteMany({ applicantId });
  else await store.upsert({ ...standingOf(list, now.figures, 9), applicantId });
  return applicantId;
}

it.each([null, 'written'] as const)(
  'turning pages in the order of %j shows everybody who stays as they are exactly once, whatever changes meanwhile',
  async (column) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(figures, { minLength: 4, maxLength: 12 }),
        fc.array(fc.array(change, { maxLength: 2 }), { minLength: 4, maxLength: 6 }),
        async (first, meanwhile) => {
          const list = newList();
          const people = first.map((one) => standingOf(list, one));
          await store.insertMany(people);
          const changed = new Set<ApplicantId | undefined>();
          const seen: ApplicantId[] = [];
          const walk = {
            list,
            column,
            filter: EVERYBODY,
            precision: {
              judgment: null,
              written: null,
              ...criteriaPrecision({ criteria: [], analysis: null }),
            },
            noted: [],
          };
          for (let page = 0, after = null as ReturnType<typeof placeOf> | null; ; page += 1) {
            const { rows } = await findRows(store, { ...walk, after }, PAGE);
            seen.push(...rows.map(({ applicantId }) => applicantId));
            const last = rows.at(-1);
            if (last === undefined || rows.length < PAGE || page > 20) break;
            after = placeOf(last, column);
            for (const now of meanwhile[page] ?? []) changed.add(await happen(list, people, now));
          }
          const staying = people.map(({ applicantId }) => applicantId).filter((id) => !changed.has(id));
          expect(seen.filter((id) => !changed.has(id)).sort()).toEqual(staying.sort());
        },
      ),
      { numRuns: 25 },
    );
  },
);
