import { moveApplicant, type MoveApplicant } from '../../core/applicant/decision.ts';
import type { Actor } from '../../core/person/person.ts';
import { lockIntake } from '../../core/requisition/lock-intake.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { staffEvent } from '../../ops/new-event.ts';
import type { Case } from './find-case.ts';
import type { DecisionForm } from './requests.ts';

type Decided = MoveApplicant | { readonly kind: 'changed-meanwhile' };

/**
 * Moves one applicant by one conditional update, so that of two people who move the same one the second is told what
 * happened. Before a rejection its intake is locked.
 */
export async function decide(
  deps: Deps,
  actor: Actor,
  { requisition, applicant }: Case,
  { rev, ...wanted }: DecisionForm,
): Promise<Decided> {
  const at = deps.clock();
  if (rev !== applicant.rev) return { kind: 'changed-meanwhile' };
  const moved = moveApplicant(applicant, wanted, actor.personId, at);
  if (moved.kind !== 'moved') return moved;
  const { decision } = moved;
  if (decision.to === 'rejected') await lockFor(deps, actor, requisition, applicant.intakeId);
  const event = staffEvent(actor.personId, {
    type: 'applicant-moved',
    at,
    organisationId: requisition.organisationId,
    facts: {
      requisitionId: requisition.id,
      applicantId: applicant.id,
      from: decision.from,
      to: decision.to,
    },
  });
  if (!(await deps.stores.applicants.decide(applicant, decision, [event])))
    return { kind: 'changed-meanwhile' };
  void deps.relay.soon();
  return moved;
}

/** Others may change the role at the same moment; more than a few rounds would be a fault. */
const MOST_ROUNDS = 5;

async function lockFor(
  deps: Deps,
  actor: Actor,
  seen: Requisition,
  intakeId: Case['applicant']['intakeId'],
): Promise<void> {
  const { organisationId, id } = seen;
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    const requisition = await deps.stores.requisitions.find(organisationId, id);
    if (requisition === null) throw new Error(`requisition ${id} is gone`);
    const at = deps.clock();
    const intakes = lockIntake(requisition, intakeId, at);
    if (intakes === null) return;
    const event = staffEvent(actor.personId, {
      type: 'intake-locked',
      at,
      organisationId,
      facts: { requisitionId: id, intakeId },
    });
    if ((await deps.stores.requisitions.change(requisition, { intakes }, [event])) === 'changed') return;
  }
  throw new Error(`the intake ${intakeId} could not be locked: the role keeps changing`);
}
