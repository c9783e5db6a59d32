import type { DomainEvent } from '../../core/kernel/domain-event.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Rubric } from '../../core/rubric/rubric-draft.ts';
import type { Deps } from '../../deps.ts';
import { staffEvent } from '../../ops/new-event.ts';
import type { RubricChanges } from '../../store/rubric-draft-store.ts';

/** What the way of a rubric from draft to version needs of the product. */
export type RubricDeps = Pick<Deps, 'clock' | 'relay' | 'stores'>;

interface Change {
  readonly actor: Actor;
  readonly rubric: Rubric;
  readonly type: string;
  readonly changes: RubricChanges;
  readonly facts?: DomainEvent['facts'];
}

/** One change of a rubric with its event, refused where somebody else changed it since it was read. */
export async function changeRubric(
  deps: RubricDeps,
  { actor, rubric, type, changes, facts = {} }: Change,
): Promise<'changed' | 'changed-meanwhile'> {
  const event = staffEvent(actor.personId, {
    type,
    at: deps.clock(),
    organisationId: rubric.organisationId,
    facts: { requisitionId: rubric.requisitionId, rubricId: rubric.id, ...facts },
  });
  const outcome = await deps.stores.rubricDrafts.change(rubric, changes, [event]);
  if (outcome === 'changed') void deps.relay.soon();
  return outcome;
}
