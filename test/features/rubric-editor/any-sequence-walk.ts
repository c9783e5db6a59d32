import type { CriterionId } from '../../../src/core/kernel/ids.ts';
import type { Actor } from '../../../src/core/person/person.ts';
import { lockIntake } from '../../../src/core/requisition/lock-intake.ts';
import { currentIntake, type Requisition } from '../../../src/core/requisition/requisition.ts';
import type { RubricContent } from '../../../src/core/rubric/rubric.ts';
import { beginDraft } from '../../../src/features/rubric-editor/begin-draft.ts';
import { loadRubric } from '../../../src/features/rubric-editor/load-rubric.ts';
import { proposeChange } from '../../../src/features/rubric-editor/propose-change.ts';
import { saveDraft } from '../../../src/features/rubric-editor/save-draft.ts';
import { approveChange } from '../../../src/features/rubric-editor/settle-change.ts';
import { adoptRubricVersions } from '../../../src/features/scoring/adopt-rubric-version.ts';
import { scoringFollowUps } from '../../../src/features/scoring/follow-ups.ts';
import type { ScoringDeps } from '../../../src/features/scoring/scoring-deps.ts';
import { createRelay } from '../../../src/ops/relay.ts';
import { createKeyVersionStore } from '../../../src/store/key-version-store.ts';
import type { TestApp } from '../../support/test-app.ts';
import { addFinished, type Finished, type RatingRole } from '../rating-desk/rating-role.ts';
import type { Change, Edit, Step } from './any-sequence-steps.ts';
import { REASON } from './edit-rubric.ts';
import { rateOpen } from './rated-role.ts';

const EMPATHY = 'empathy' as CriterionId;

/** The product as far as it touches rubrics, ratings and scores: the same stores and use cases, without pages. */
export interface Workings {
  readonly test: TestApp;
  readonly scoring: ScoringDeps;
  readonly owner: Actor;
}

/** Of the many sources of the relay only those in which something happens here. */
export function workingsOf(test: TestApp, owner: Actor): Workings {
  const { clock, logger, stores } = test.deps;
  const scoring = { clock, logger, stores, keyVersions: createKeyVersionStore(test.connection) };
  const relay = createRelay({
    sources: [stores.attempts, stores.ratingTasks, stores.rubricDrafts].map(({ relaySource }) => relaySource),
    followUps: scoringFollowUps(scoring),
    record: () => Promise.resolve(),
    logger,
  });
  return { test: { ...test, deps: { ...test.deps, relay } }, scoring, owner };
}

/** One step with everything that follows by itself; whoever comes in by it, else null. */
export async function take(workings: Workings, role: RatingRole, now: Step): Promise<Finished | null> {
  const { test, scoring } = workings;
  const finished = now.kind === 'finish' ? await addFinished(test, role) : null;
  if (now.kind === 'rate') await rateOpen(test, role, { empathy: now.empathy, communication: 3 });
  if (now.kind === 'change') await change(workings, role, now);
  if (now.kind === 'approve') await approve(workings, role);
  if (now.kind === 'reject') await reject(workings, role);
  await test.deps.relay.soon();
  await adoptRubricVersions(scoring);
  return finished;
}

async function change(workings: Workings, role: RatingRole, { edit, scope, approved }: Change): Promise<void> {
  const { deps } = workings.test;
  const { actor } = role.lead;
  const load = async () => loadRubric(deps, await requisitionOf(workings, role));
  const at = await load();
  await beginDraft(deps, actor, at, { rev: at.rubric.rev, source: 'published' });
  const begun = await load();
  const content = edited(begun.rubric.draft?.content ?? begun.current, edit);
  await saveDraft(deps, actor, begun, { fields: { rev: begun.rubric.rev }, content });
  const saved = await load();
  await proposeChange(deps, actor, saved, { rev: saved.rubric.rev, scope, reason: REASON });
  if (approved) await approve(workings, role);
}

/** Every level gets an example, without which nothing may be published. */
function edited({ criteria, examples }: RubricContent, edit: Edit): RubricContent {
  return {
    examples,
    criteria: criteria.map((criterion) => ({
      ...criterion,
      weight: 'anchor' in edit ? criterion.weight : criterion.id === EMPATHY ? edit.weight : 100 - edit.weight,
      levels: criterion.levels.map((level) => ({
        ...level,
        anchor: 'anchor' in edit && criterion.id === EMPATHY && level.level === 3 ? edit.anchor : level.anchor,
        example: `Words of level ${level.level}`,
      })),
    })),
  };
}

async function approve({ test, owner }: Workings, { requisition }: RatingRole): Promise<void> {
  const rubric = await test.deps.stores.rubricDrafts.get(requisition);
  await approveChange(test.deps, { actor: owner, rubric, rev: rubric.rev });
}

async function reject(workings: Workings, role: RatingRole): Promise<void> {
  const { clock, stores } = workings.test.deps;
  const seen = await requisitionOf(workings, role);
  const intakes = lockIntake(seen, currentIntake(seen).id, clock());
  if (intakes !== null) await stores.requisitions.change(seen, { intakes }, []);
}

export async function requisitionOf({ test }: Workings, role: RatingRole): Promise<Requisition> {
  const found = await test.deps.stores.requisitions.find(role.organisationId, role.requisition.id);
  if (found === null) throw new Error('the role is gone');
  return found;
}
