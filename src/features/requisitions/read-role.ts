import type { Actor, Person } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import { currentIntake } from '../../core/requisition/requisition.ts';
import type { RubricVersion } from '../../core/rubric/rubric.ts';
import type { Deps } from '../../deps.ts';

/** A role as its pages need it: with the people of the organisation and the rubric that counts. */
export interface RoleContext {
  readonly actor: Actor;
  readonly requisition: Requisition;
  readonly people: readonly Person[];
  readonly rubric: RubricVersion;
}

export async function readRole(deps: Deps, actor: Actor, requisition: Requisition): Promise<RoleContext> {
  const { organisationId } = actor;
  const [people, rubric] = await Promise.all([
    deps.stores.people.list(organisationId),
    deps.stores.rubrics.getVersion(organisationId, currentIntake(requisition).rubricVersionId),
  ]);
  return { actor, requisition, people, rubric };
}

/** The role as it is stored now. Throws where it is gone, which no use can bring about. */
export async function rereadRole(deps: Deps, seen: Requisition): Promise<Requisition> {
  const now = await deps.stores.requisitions.find(seen.organisationId, seen.id);
  if (now === null) throw new Error(`requisition ${seen.id} is gone`);
  return now;
}
