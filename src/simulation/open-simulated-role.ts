import type { CriterionId, PersonId } from '../core/kernel/ids.ts';
import type { Actor } from '../core/person/person.ts';
import type { JobTask, Requisition } from '../core/requisition/requisition.ts';
import { currentIntake } from '../core/requisition/requisition.ts';
import type { Deps, KeyDeps } from '../deps.ts';
import { adoptAssessment } from '../features/assessment-catalog/adopt-assessment.ts';
import { staffEvent } from '../ops/new-event.ts';

const SIMULATED_ASSESSMENT = 'customer-conversations';

interface RoleWanted {
  readonly actor: Actor;
  readonly title: string;
  readonly members: readonly PersonId[];
  /** Who is said to have confirmed the job analysis. */
  readonly confirmedBy: string;
  readonly places: number;
  readonly openedDaysAgo: number;
}

const DAY_MS = 86_400_000;
const task = (text: string, often: JobTask['often'], ...criteria: string[]): JobTask => ({
  text,
  often,
  criteria: criteria as CriterionId[],
});
const TASKS: readonly JobTask[] = [
  task('Answer travellers whose plans have broken, by phone and chat', 'daily', 'empathy', 'adaptability'),
  task('Write down what happens next, with times and costs', 'daily', 'communication'),
  task('Change the plan when a connection, a hotel or a rule changes', 'weekly', 'adaptability'),
  task('Hand a case over so that a colleague can go on at once', 'weekly', 'communication', 'empathy'),
];

/** Adopts the assessment into a role marked as simulated for ever, with its job analysis settled, and opens it. */
export async function openSimulatedRole(
  deps: Deps,
  keys: Pick<KeyDeps, 'keyedForms' | 'keyVersions'>,
  wanted: RoleWanted,
): Promise<Requisition> {
  const { actor, title, members, confirmedBy, places, openedDaysAgo } = wanted;
  const now = deps.clock();
  const adoption = await adoptAssessment(deps, keys, actor, {
    title,
    assessmentId: SIMULATED_ASSESSMENT,
    simulated: true,
  });
  if (adoption.kind !== 'adopted') throw new Error(`${SIMULATED_ASSESSMENT} is not on the shelf`);
  const { requisitionId } = adoption;
  const draft = await getRole(deps, actor, requisitionId);
  const opensAt = new Date(now.getTime() - openedDaysAgo * DAY_MS);
  const intake = { ...currentIntake(draft), places, opensAt };
  await deps.stores.requisitions.change(
    draft,
    {
      state: 'open',
      tasks: TASKS,
      confirmation: { by: confirmedBy, at: opensAt },
      members,
      intakes: [intake],
    },
    [
      staffEvent(actor.personId, {
        type: 'requisition-opened',
        at: now,
        organisationId: actor.organisationId,
        facts: { requisitionId, simulated: true },
      }),
    ],
  );
  return getRole(deps, actor, requisitionId);
}

async function getRole(
  { stores }: Deps,
  { organisationId }: Actor,
  id: Requisition['id'],
): Promise<Requisition> {
  const requisition = await stores.requisitions.find(organisationId, id);
  if (requisition === null) throw new Error(`requisition ${id} is gone`);
  return requisition;
}
