import type { RaterGate } from '../../core/calibration/rater-gate.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { staffEvent } from '../../ops/new-event.ts';

/** Says whether raters of a role have to be certified; false where somebody changed the role meanwhile. */
export async function setGate(
  deps: Deps,
  actor: Actor,
  requisition: Requisition,
  raterGate: RaterGate,
): Promise<boolean> {
  const { organisationId, id: requisitionId } = requisition;
  const event = staffEvent(actor.personId, {
    type: 'rater-gate-set',
    at: deps.clock(),
    organisationId,
    facts: { requisitionId, rule: raterGate.rule, before: requisition.raterGate.rule },
  });
  const outcome = await deps.stores.requisitions.change(requisition, { raterGate }, [event]);
  void deps.relay.soon();
  return outcome === 'changed';
}
