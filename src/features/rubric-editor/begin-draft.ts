import { mayInRequisition } from '../../core/access/requisition-access.ts';
import type { RequisitionId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import { currentIntake } from '../../core/requisition/requisition.ts';
import type { RubricContent } from '../../core/rubric/rubric.ts';
import { changeRubric, type RubricDeps } from './change-rubric.ts';
import type { RubricAtWork } from './load-rubric.ts';
import type { Begin } from './requests.ts';

type Outcome = 'begun' | 'there-already' | 'changed-meanwhile' | 'no-such-role';

/** Begins the draft from what counts, what came with the assessment, another role's rubric, or nothing. */
export async function beginDraft(
  deps: RubricDeps,
  actor: Actor,
  { rubric, current, versions }: RubricAtWork,
  { rev, source, role }: Begin,
): Promise<Outcome> {
  if (rubric.draft !== null || rubric.publication !== null) return 'there-already';
  if (rubric.rev !== rev) return 'changed-meanwhile';
  const content =
    source === 'role'
      ? await findOther(deps, actor, role as RequisitionId)
      : { published: current, adopted: versions.at(-1) ?? current, empty: NOTHING }[source];
  if (content === null) return 'no-such-role';
  const { criteria, examples } = content;
  const draft = {
    content: { criteria, examples: source === 'role' ? [] : examples },
    basedOn: current.id,
    changedBy: actor.personId,
    changedAt: deps.clock(),
  };
  const facts = { source };
  const outcome = await changeRubric(deps, {
    ...{ actor, rubric, facts },
    type: 'rubric-draft-begun',
    changes: { draft },
  });
  return outcome === 'changed' ? 'begun' : outcome;
}

const NOTHING: RubricContent = { criteria: [], examples: [] };

/** The rubric of another role of this person; a role that they may not see is not there. */
async function findOther(deps: RubricDeps, actor: Actor, id: RequisitionId): Promise<RubricContent | null> {
  const other = await deps.stores.requisitions.find(actor.organisationId, id);
  if (other === null || mayInRequisition(actor, 'view', other) !== 'allowed') return null;
  return deps.stores.rubrics.getVersion(actor.organisationId, currentIntake(other).rubricVersionId);
}
