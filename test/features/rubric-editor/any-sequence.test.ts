import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import type { RubricVersionId } from '../../../src/core/kernel/ids.ts';
import { FREE_SLOT } from '../../../src/core/rating/free-slot.ts';
import type { Judgement, RatingTask } from '../../../src/core/rating/rating-task.ts';
import { resolveTask } from '../../../src/core/rating/resolve-task.ts';
import { lockIntake } from '../../../src/core/requisition/lock-intake.ts';
import { currentIntake } from '../../../src/core/requisition/requisition.ts';
import { computeStanding } from '../../../src/core/scoring/compute-standing.ts';
import type { Standing } from '../../../src/core/scoring/standing.ts';
import { adoptRubricVersions } from '../../../src/features/scoring/adopt-rubric-version.ts';
import { createKeyVersionStore } from '../../../src/store/key-version-store.ts';
import { signInAs, type Staff } from '../../support/actors.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { addFinished, addRatingRole, type Finished, type RatingRole } from '../rating-desk/rating-role.ts';
import { approve, beginDraft, editDraft, publish, reword, weigh } from './edit-rubric.ts';
import { addSisterRole, rateOpen } from './rated-role.ts';

/** `RUBRIC_SEQUENCES=10000` for the long form. */
const RUNS = Number(process.env['RUBRIC_SEQUENCES'] ?? 2);
jest.setTimeout(60_000 + RUNS * 30_000);

let test: TestApp;
let home: RatingRole;
let owner: Staff;
let scoring: Parameters<typeof adoptRubricVersions>[0];

beforeAll(async () => {
  test = await startTestApp();
  const { clock, logger, stores } = test.deps;
  scoring = { clock, logger, stores, keyVersions: createKeyVersionStore(test.connection) };
  home = await addRatingRole(test, 0);
  owner = await signInAs(test, home.organisationId, ['owner']);
}, 60_000);
afterAll(() => test.close());

type Edit = { readonly weight: number } | { readonly anchor: string };
type Step =
  | { readonly kind: 'finish' | 'approve' | 'reject' }
  | { readonly kind: 'rate'; readonly empathy: 1 | 3 | 5 }
  | {
      readonly kind: 'change';
      readonly edit: Edit;
      readonly scope: 'everybody' | 'next-intake';
      readonly approved: boolean;
    };

const rated = fc.record({
  kind: fc.constant('rate' as const),
  empathy: fc.constantFrom(1 as const, 3 as const, 5 as const),
});
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ weight: fc.constantFrom(10, 50, 90) }),
  fc.record({ anchor: fc.constantFrom('Says why.', 'Says how.') }),
);
const change = fc.record({
  kind: fc.constant('change' as const),
  edit,
  scope: fc.constantFrom('everybody' as const, 'everybody' as const, 'next-intake' as const),
  approved: fc.constantFrom(true, true, false),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom<Step>({ kind: 'finish' }, { kind: 'approve' }),
  rated,
  change,
);
/** A rejection ends most of what can happen, so it comes once and late. */
const steps = fc
  .tuple(rated, fc.array(step, { minLength: 2, maxLength: 6 }), fc.array(step, { maxLength: 2 }))
  .map(([first, before, after]): Step[] => [FINISH, first, ...before, { kind: 'reject' }, ...after]);

const FINISH: Step = { kind: 'finish' };
const everybody = { kind: 'change', scope: 'everybody', approved: true } as const;
/** Always walked: weights and anchors are taken over, one change is stopped by a rejection. */
const TELLING: Step[] = [
  FINISH,
  { kind: 'rate', empathy: 3 },
  { ...everybody, edit: { weight: 10 } },
  FINISH,
  { ...everybody, edit: { anchor: 'Says why.' } },
  { kind: 'rate', empathy: 5 },
  { ...everybody, edit: { anchor: 'Says how.' } },
  { kind: 'reject' },
  { kind: 'rate', empathy: 1 },
  { ...everybody, scope: 'next-intake', edit: { weight: 90 } },
  FINISH,
];

async function take(role: RatingRole, people: Finished[], now: Step): Promise<void> {
  const { lead } = role;
  switch (now.kind) {
    case 'finish':
      people.push(await addFinished(test, role));
      return;
    case 'rate':
      return rateOpen(test, role, { empathy: now.empathy, communication: 3 });
    case 'change':
      await beginDraft(lead, role);
      await editDraft(lead, role, 'weight' in now.edit ? weigh(now.edit.weight) : reword(now.edit.anchor));
      await publish(test, lead, role, now.scope);
      if (now.approved) await approve(test, owner, role);
      return;
    case 'approve':
      await approve(test, owner, role);
      return;
    case 'reject': {
      const stored = await requisitionOf(role);
      const intakes = lockIntake(stored, currentIntake(stored).id, test.deps.clock());
      if (intakes !== null) await test.deps.stores.requisitions.change(stored, { intakes }, []);
    }
  }
}

async function requisitionOf({ organisationId, requisition }: RatingRole) {
  const found = await test.deps.stores.requisitions.find(organisationId, requisition.id);
  if (found === null) throw new Error('the role is gone');
  return found;
}

const rowsOf = ({ requisition }: RatingRole, collection: string) =>
  test.connection.collection(collection).find({ requisitionId: requisition.id }).sort({ _id: 1 }).toArray();

/** The standing of a person under a version, from nothing but what was answered, rated and published. */
async function recompute(
  role: RatingRole,
  { applicant, attempt }: Finished,
  versionId: RubricVersionId,
): Promise<Standing> {
  const { organisationId } = role;
  const { stores } = test.deps;
  const requisition = await requisitionOf(role);
  const intake =
    requisition.intakes.find(({ id }) => id === applicant.intakeId) ?? currentIntake(requisition);
  const rubricVersion = await stores.rubrics.getVersion(organisationId, versionId);
  const tasks = await stores.ratingTasks.listOfAttempt(organisationId, requisition.id, attempt.id);
  const ratings = await rowsOf(role, 'ratings');
  const scores = await rowsOf(role, 'scores');
  const score = scores.find((row) => row['attemptId'] === attempt.id);
  return computeStanding({
    applicant,
    attempt,
    tasks: tasks
      .filter(({ anchorHash }) => anchorHash === rubricVersion.anchorHash)
      .map((task) => ({ ...task, resolution: resolveAgain(task, ratings) })),
    judgment: score?.['result'] as never,
    keyStatus: (await createKeyVersionStore(test.connection).get(organisationId, intake.keyVersionId)).status,
    form: await stores.formVersions.get(organisationId, attempt.formVersionId),
    rubricVersion,
    shuffleSeed: intake.shuffleSeed,
  });
}

/** What the copies of the ratings give, whatever stands in the task. */
function resolveAgain(
  { id, criteria }: RatingTask,
  ratings: Awaited<ReturnType<typeof rowsOf>>,
): RatingTask['resolution'] {
  const slots = ratings
    .filter(({ taskId }) => taskId === id)
    .sort((left, right) => left['slot'] - right['slot'])
    .map((row) => ({ ...FREE_SLOT, state: 'handed-in' as const, judgement: row['judgement'] as Judgement }));
  const outcome = resolveTask({ criteria, slots, thirdAvailable: false });
  return outcome.kind === 'resolved' ? outcome.resolution : null;
}

describe('whatever is edited, rated, published and rejected', () => {
  it('stored ratings, versions and scores stay, and what counts is what ratings and versions give', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        const role = await addSisterRole(test, home);
        const people: Finished[] = [];
        const kept = new Map<string, unknown>();
        let lockedUnder: string | null = null;
        for (const now of sequence) {
          await take(role, people, now);
          // Of what main.ts repeats, this is all that can touch a rubric, a rating or a score here.
          await adoptRubricVersions(scoring);
          await test.deps.relay.soon();
          const { intakes } = await requisitionOf(role);
          for (const collection of ['ratings', 'rubricVersions', 'scores']) {
            for (const { outbox: _outbox, relayAt: _relayAt, ...row } of await rowsOf(role, collection)) {
              const known = kept.get(`${collection} ${String(row._id)}`);
              if (known !== undefined) expect(row).toEqual(known);
              kept.set(`${collection} ${String(row._id)}`, row);
            }
          }
          for (const person of people) {
            const { rubricVersionId } = intakes.find(({ id }) => id === person.applicant.intakeId) ?? {};
            if (rubricVersionId === undefined) throw new Error('no intake');
            const { organisationId, requisition } = role;
            const row = await test.deps.stores.standings.find(
              organisationId,
              requisition.id,
              person.applicant.id,
              rubricVersionId,
            );
            expect(row).toEqual(await recompute(role, person, rubricVersionId));
          }
          const locked = intakes.find(({ rejectedAt }) => rejectedAt !== null);
          if (locked !== undefined) lockedUnder ??= `${locked.id} ${locked.rubricVersionId}`;
          if (lockedUnder !== null)
            expect(intakes.map((one) => `${one.id} ${one.rubricVersionId}`)).toContain(lockedUnder);
        }
      }),
      { numRuns: RUNS, examples: [[TELLING]] },
    );
  });
});
