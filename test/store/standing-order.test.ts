import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { OrganisationId } from '../../src/core/kernel/ids.ts';
import type { Standing } from '../../src/core/scoring/standing.ts';
import { newId } from '../../src/ops/secrets.ts';
import type { Connection } from '../../src/store/connection.ts';
import { buildIndexes } from '../../src/store/indexes.ts';
import { createStandingStore } from '../../src/store/standing-store.ts';
import { aPerson, aRole, ratedThroughout } from '../features/applicant-comparison/a-role.ts';
import { testConnection } from '../support/test-app.ts';

let connection: Connection;
let standings: ReturnType<typeof createStandingStore>;

beforeAll(async () => {
  connection = await testConnection();
  standings = createStandingStore(connection);
  await buildIndexes(connection);
}, 30_000);
afterAll(() => connection.close());

/** What happens to an applicant, each moving the revision of what it changes. */
const happening = fc.constantFrom('applicant', 'attempt', 'tasks');

/** The row as it is computed after each happening; the score tells them apart. */
function computedAfter(happened: readonly (keyof Standing['sources'])[]): Standing[] {
  const role = aRole(newId<OrganisationId>());
  const { standing } = aPerson(role, { label: 'AAAAA', ...ratedThroughout(role.form, [4, 3, 5]) });
  const sources = { ...standing.sources };
  return happened.map((what, index) => {
    sources[what] += 1;
    return { ...standing, sources: { ...sources }, written: { value: index, reason: null } };
  });
}

it('is what a rebuild would write, in whatever order saves, ratings, publications and withdrawals arrive', async () => {
  const orders = fc
    .array(happening, { minLength: 1, maxLength: 6 })
    .chain((happened) =>
      fc.tuple(
        fc.constant(happened),
        fc.shuffledSubarray([...happened.keys(), ...happened.keys()], { minLength: happened.length * 2 }),
      ),
    );
  await fc.assert(
    fc.asyncProperty(orders, async ([happened, arrivals]) => {
      const rows = computedAfter(happened);
      const rebuilt = rows.at(-1);
      if (rebuilt === undefined) throw new Error('nothing happened');
      for (const index of arrivals) await standings.upsert(rows[index] ?? rebuilt);
      const { organisationId, requisitionId, applicantId, rubricVersionId } = rebuilt;
      const stored = await standings.find(organisationId, requisitionId, applicantId, rubricVersionId);
      expect(stored).toEqual(rebuilt);
    }),
    { numRuns: 20 },
  );
});
