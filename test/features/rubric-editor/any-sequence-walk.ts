import type { CriterionId, PersonId } from '../../../src/core/kernel/ids.ts';
import type { Actor } from '../../../src/core/person/person.ts';
import type { RatingTask, Slot } from '../../../src/core/rating/rating-task.ts';
import { lockIntake } from '../../../src/core/requisition/lock-intake.ts';
import { currentIntake, type Requisition } from '../../../src/core/requisition/requisition.ts';
import type { RubricContent } from '../../../src/core/rubric/rubric.ts';
import { beginDraft } from '../../../src/features/rubric-editor/begin-draft.ts';
import { loadRubric } from '../../../src/features/rubric-editor/load-rubric.ts';
import { proposeChange } from '../../../src/features/rubric-editor/propose-change.ts';
import { saveDraft } from '../../../src/features/rubric-editor/save-draft.ts';
import { approveChange } from '../../../src/features/rubric-editor/settle-change.ts';
import { adoptRubricVersion } from '../../../src/features/scoring/adopt-rubric-version.ts';
import { scoringFollowUps } from '../../../src/features/scoring/follow-ups.ts';
import type { ScoringDeps } from '../../../src/features/scoring/scoring-deps.ts';
import { createLogger, type Logger } from '../../../src/ops/logger.ts';
import { createRelay } from '../../../src/ops/relay.ts';
import { newId } from '../../../src/ops/secrets.ts';
import type { Connection } from '../../../src/store/connection.ts';
import { createKeyVersionStore } from '../../../src/store/key-version-store.ts';
import type { Stores } from '../../../src/store/stores.ts';
import {
  addFinished,
  addRole,
  tasksOf,
  type Finished,
  type RoleSetting,
} from '../rating-desk/rating-role.ts';
import type { Change, Edit, Step } from './any-sequence-steps.ts';
import { REASON } from './edit-rubric.ts';
import { rateOpen } from './rated-role.ts';

const EMPATHY = 'empathy' as CriterionId;
const NOW = new Date('2026-11-20T09:00:00Z');

/** The product as far as it touches rubrics, ratings and scores, with nobody's pages. */
export interface World {
  readonly connection: Connection;
  readonly deps: ScoringDeps & { readonly relay: ReturnType<typeof createRelay> };
  readonly role: RoleSetting;
  readonly lead: Actor;
  readonly owner: Actor;
  /** What follow-ups died of; the product tries them again later. */
  readonly failures: readonly unknown[];
}

function loggerInto(failures: unknown[]): Logger {
  const logger = createLogger('silent');
  logger.error = ({ err }: { err: unknown }) => failures.push(err);
  return logger;
}

export async function createWorld(connection: Connection, stores: Stores): Promise<World> {
  const failures: unknown[] = [];
  const scoring = {
    ...{ clock: () => NOW, logger: loggerInto(failures), stores },
    keyVersions: createKeyVersionStore(connection),
  };
  const { catchUp } = createRelay({
    // Where something happens here; the others would be asked in vain.
    sources: [stores.attempts, stores.ratingTasks, stores.rubricDrafts].map(({ relaySource }) => relaySource),
    followUps: scoringFollowUps(scoring),
    record: (event) => stores.audit.record(event),
    logger: scoring.logger,
  });
  // What is written past Mongoose is found by looking everywhere.
  const deps = { ...scoring, relay: { soon: catchUp, catchUp } };
  const organisationId = newId<RoleSetting['organisationId']>();
  const actor = (role: Actor['roles'][number]): Actor => ({
    ...{ personId: newId<PersonId>(), organisationId, name: role, roles: [role] },
  });
  const [lead, owner] = [actor('hiring-manager'), actor('owner')];
  const role = await addRole({ connection, deps }, organisationId, lead.personId);
  return { connection, deps, role, lead, owner, failures };
}

/** One step with everything that follows by itself; whoever comes in by it, else null. */
export async function take(world: World, now: Step): Promise<Finished | null> {
  const { deps, role } = world;
  const finished = now.kind === 'finish' ? await addFinished(world, role) : null;
  if (now.kind === 'rate') await rateOpen(world, role, { empathy: now.empathy, communication: 3 });
  if (now.kind === 'rate-again') await rateAgain(world);
  if (now.kind === 'change') await change(world, now);
  if (now.kind === 'approve') await approve(world);
  if (now.kind === 'reject') await reject(world);
  await deps.relay.soon();
  await adoptRubricVersion(deps, role.organisationId, role.requisition.id);
  for (const failure of world.failures) throw failure;
  return finished;
}

async function change(world: World, { edit, scope, approved }: Change): Promise<void> {
  const { deps, lead } = world;
  const load = async () => loadRubric(deps, await requisitionOf(world));
  const at = await load();
  await beginDraft(deps, lead, at, { rev: at.rubric.rev, source: 'published' });
  const begun = await load();
  const content = edited(begun.rubric.draft?.content ?? begun.current, edit);
  await saveDraft(deps, lead, begun, { fields: { rev: begun.rubric.rev }, content });
  const saved = await load();
  await proposeChange(deps, lead, saved, { rev: saved.rubric.rev, scope, reason: REASON });
  if (approved) await approve(world);
}

/** Every level gets an example, without which nothing may be published. */
function edited({ criteria, examples }: RubricContent, edit: Edit): RubricContent {
  const weightOf = (id: CriterionId, weight: number) => (id === EMPATHY ? weight : 100 - weight);
  return {
    examples,
    criteria: criteria.map((criterion) => ({
      ...criterion,
      weight: 'weight' in edit ? weightOf(criterion.id, edit.weight) : criterion.weight,
      levels: criterion.levels.map((level) => ({
        ...level,
        ...('anchor' in edit && criterion.id === EMPATHY && level.level === 3 ? edit : {}),
        example: `Words of level ${level.level}`,
      })),
    })),
  };
}

async function approve({ deps, owner, role }: World): Promise<void> {
  const rubric = await deps.stores.rubricDrafts.get(role.requisition);
  await approveChange(deps, { actor: owner, rubric, rev: rubric.rev });
}

async function reject(world: World): Promise<void> {
  const { clock, stores } = world.deps;
  const seen = await requisitionOf(world);
  const intakes = lockIntake(seen, currentIntake(seen).id, clock());
  if (intakes !== null) await stores.requisitions.change(seen, { intakes }, []);
}

/** Everything that was handed in comes a second time with other levels, from a page that was open before. */
async function rateAgain(world: World): Promise<void> {
  const { stores } = world.deps;
  for (const task of await tasksOf(world, world.role)) {
    const slots = task.slots.map(otherLevels);
    await stores.ratingTasks.settle({ ...task, rev: task.rev - 1 }, { ...task, slots }, []);
    for (const [slot, { judgement, raterId, handedInAt }] of slots.entries()) {
      if (judgement === null || raterId === null || handedInAt === null) continue;
      const { id: taskId, ...about } = task;
      await stores.ratings.insert({ ...ratingOf(about), taskId, slot, raterId, judgement, handedInAt });
    }
  }
}

const otherLevels = (slot: Slot): Slot => {
  const { judgement } = slot;
  return judgement === null ? slot : { ...slot, judgement: { ...judgement, levels: { [EMPATHY]: 2 } } };
};

const ratingOf = ({
  organisationId,
  requisitionId,
  applicantId,
  attemptId,
  itemId,
  anchorHash,
}: Omit<RatingTask, 'id'>) => ({
  ...{ organisationId, requisitionId, applicantId, attemptId, itemId, anchorHash },
});

export async function requisitionOf({ deps, role }: World): Promise<Requisition> {
  const found = await deps.stores.requisitions.find(role.organisationId, role.requisition.id);
  if (found === null) throw new Error('the role is gone');
  return found;
}
