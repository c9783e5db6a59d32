import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CriterionId, KeyVersionId, OrganisationId, PersonId } from '../../../src/core/kernel/ids.ts';
import { handInSlot } from '../../../src/core/rating/hand-in-slot.ts';
import type { LevelNumber } from '../../../src/core/rubric/rubric.ts';
import { beginRating } from '../../../src/features/scoring/begin-rating.ts';
import { refreshStanding } from '../../../src/features/scoring/refresh-standing.ts';
import type { AboutApplicant, ScoringDeps } from '../../../src/features/scoring/scoring-deps.ts';
import { stopRating } from '../../../src/features/scoring/stop-rating.ts';
import { createLogger } from '../../../src/ops/logger.ts';
import { newId } from '../../../src/ops/secrets.ts';
import type { Connection } from '../../../src/store/connection.ts';
import { buildIndexes } from '../../../src/store/indexes.ts';
import { createKeyVersionStore } from '../../../src/store/key-version-store.ts';
import { createStores, type Stores } from '../../../src/store/stores.ts';
import { testConnection } from '../../support/test-app.ts';
import { addFinished, addRole, key } from '../rating-desk/rating-role.ts';

let connection: Connection;
let stores: Stores;
beforeAll(async () => {
  connection = await testConnection();
  stores = createStores(connection);
  await buildIndexes(connection);
}, 60_000);
afterAll(async () => {
  await connection.dropDatabase();
  await connection.close();
});

const clock = () => new Date('2026-11-20T09:00:00Z');
const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Scoring in which this happens between the computing of a row and its writing. */
function scoringWith(beforeWriting: (written: number) => Promise<unknown>): ScoringDeps {
  let written = 0;
  const upsert: Stores['standings']['upsert'] = async (standing, seen) => {
    written += 1;
    await beforeWriting(written);
    return stores.standings.upsert(standing, seen);
  };
  return {
    ...{ clock, logger: createLogger('silent'), keyVersions: createKeyVersionStore(connection) },
    stores: { ...stores, standings: { ...stores.standings, upsert } },
  };
}

const atOnce = () => scoringWith(() => Promise.resolve());
const waiting = (waits: readonly number[]) =>
  scoringWith((written) => later(waits[written % waits.length] ?? 0));

/** A person who has handed in, in a role of their own; the ratings have begun. */
async function aRatedPerson(scoring: ScoringDeps): Promise<AboutApplicant> {
  const workings = { connection, deps: { clock, stores, relay: { soon: () => Promise.resolve() } as never } };
  const role = await addRole(workings, newId<OrganisationId>(), newId<PersonId>());
  const { applicant } = await addFinished(workings, role);
  const { organisationId, requisitionId, id: applicantId } = applicant;
  const about = { organisationId, requisitionId, applicantId };
  await beginRating(scoring, about);
  for (const task of await tasksOf(about)) {
    await stores.ratingTasks.allocate(task, [newId<PersonId>(), newId<PersonId>()]);
  }
  await refreshStanding(scoring, about);
  return about;
}

const tasksOf = ({ organisationId, requisitionId, applicantId }: AboutApplicant) =>
  stores.ratingTasks.listOfApplicant(organisationId, requisitionId, applicantId);

async function handInOne(about: AboutApplicant, level: LevelNumber): Promise<void> {
  const task = (await tasksOf(about)).find(({ state }) => state === 'rating');
  const slotIndex = task?.slots.findIndex(({ state }) => state === 'held') ?? -1;
  const slot = task?.slots[slotIndex];
  if (task === undefined || slot === undefined) return;
  const levels = Object.fromEntries(task.criteria.map((id) => [id, level])) as Record<
    CriterionId,
    LevelNumber
  >;
  const draft = { levels, unratable: null, spans: [], reason: null };
  const ready = { ...task, slots: task.slots.with(slotIndex, { ...slot, draft }) };
  const after = handInSlot({ task: ready, slotIndex, at: clock(), thirdAvailable: false });
  await stores.ratingTasks.settle(task, after, []);
}

async function changeKey({ organisationId, requisitionId }: AboutApplicant): Promise<void> {
  const id = newId<KeyVersionId>();
  const panelKey = { ...key, status: 'panel' as const };
  await createKeyVersionStore(connection).insert({ id, organisationId, key: panelKey, adoptedAt: clock() });
  const role = await stores.requisitions.find(organisationId, requisitionId);
  if (role === null) throw new Error('the role is gone');
  const intakes = role.intakes.map((intake) => ({ ...intake, keyVersionId: id }));
  await stores.requisitions.change(role, { intakes }, []);
}

async function withdraw(scoring: ScoringDeps, about: AboutApplicant): Promise<void> {
  const { organisationId, requisitionId, applicantId: id } = about;
  await stores.applicants.withdraw({ id, organisationId, requisitionId }, clock(), []);
  await stopRating(scoring, about);
}

type Happening =
  { readonly kind: 'rating'; readonly level: LevelNumber } | { readonly kind: 'key' | 'withdrawal' };

async function happen(scoring: ScoringDeps, about: AboutApplicant, now: Happening): Promise<void> {
  if (now.kind === 'rating') await handInOne(about, now.level);
  else await (now.kind === 'key' ? changeKey(about) : withdraw(scoring, about));
}

const find = async ({ organisationId, requisitionId, applicantId }: AboutApplicant) => {
  const role = await stores.requisitions.find(organisationId, requisitionId);
  const version = role?.intakes[0]?.rubricVersionId;
  if (version === undefined) throw new Error('the role is gone');
  return stores.standings.find(organisationId, requisitionId, applicantId, version);
};

describe('the standing of somebody', () => {
  it('says that they withdrew when one of two raters has handed in', async () => {
    const scoring = atOnce();
    const about = await aRatedPerson(scoring);
    await handInOne(about, 4);
    await refreshStanding(scoring, about);
    expect(await find(about)).toMatchObject({ stage: 'open', evidence: { kind: 'waiting-for-rating' } });
    await withdraw(scoring, about);
    await refreshStanding(scoring, about);
    expect(await find(about)).toMatchObject({ stage: 'withdrawn', evidence: { kind: 'stopped' } });
  });

  it('goes by the key that counts, though a refresh that read the role before writes last', async () => {
    const about = await aRatedPerson(atOnce());
    const overtaken = scoringWith(async (written) => {
      if (written > 1) return;
      await changeKey(about);
      await refreshStanding(atOnce(), about);
    });
    await refreshStanding(overtaken, about);
    expect(await find(about)).toMatchObject({ judgment: { keyStatus: 'panel' } });
  });

  const happening: fc.Arbitrary<Happening> = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('rating' as const), level: fc.constantFrom(1, 3, 5) }),
    },
    { weight: 1, arbitrary: fc.constantFrom<Happening>({ kind: 'key' }, { kind: 'withdrawal' }) },
  );
  const waits = fc.array(fc.constantFrom(0, 0, 2, 8, 20), { minLength: 3, maxLength: 7 });

  it('equals a rebuild, however ratings, keys and withdrawals and what follows from them overtake each other', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(happening, { minLength: 2, maxLength: 7 }),
        waits,
        async (happenings, slow) => {
          const scoring = waiting(slow);
          const about = await aRatedPerson(atOnce());
          const following: Promise<void>[] = [];
          for (const now of happenings) {
            await happen(scoring, about, now);
            following.push(refreshStanding(scoring, about));
          }
          await Promise.all(following);
          const stored = await find(about);
          await connection.collection('standings').deleteMany({ applicantId: about.applicantId });
          await refreshStanding(atOnce(), about);
          expect(stored).toEqual(await find(about));
        },
      ),
      { numRuns: 15 },
    );
  });
});
