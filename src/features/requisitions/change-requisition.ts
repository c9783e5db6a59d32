import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { staffEvent } from '../../ops/new-event.ts';
import type { RequisitionChanges } from '../../store/requisition-store.ts';

interface Change {
  readonly actor: Actor;
  readonly requisition: Requisition;
  /** The revision that the form was made from. */
  readonly rev: number;
  readonly type: string;
  readonly changes: RequisitionChanges;
  /** Plain facts for the audit trail, never texts. */
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
}

/** One change of a role with its event, refused where somebody changed the role since the form was shown. */
export async function changeRequisition(
  deps: Deps,
  { actor, requisition, rev, type, changes, facts = {} }: Change,
): Promise<'changed' | 'changed-meanwhile'> {
  if (requisition.rev !== rev) return 'changed-meanwhile';
  const event = staffEvent(actor.personId, {
    type,
    at: deps.clock(),
    organisationId: actor.organisationId,
    facts: { requisitionId: requisition.id, ...facts },
  });
  const outcome = await deps.stores.requisitions.change(requisition, changes, [event]);
  if (outcome === 'changed') void deps.relay.soon();
  return outcome;
}
