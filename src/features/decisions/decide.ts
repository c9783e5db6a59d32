import { closes, moveApplicant, type Decision, type MoveApplicant } from '../../core/applicant/decision.ts';
import { missingViews } from '../../core/decision/independent-view.ts';
import type { DomainEvent } from '../../core/kernel/domain-event.ts';
import type { Actor } from '../../core/person/person.ts';
import { lockIntake } from '../../core/requisition/lock-intake.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { staffEvent } from '../../ops/new-event.ts';
import type { Case } from './find-case.ts';
import type { DecisionForm } from './requests.ts';

export type Decided =
  | MoveApplicant
  | { readonly kind: 'changed-meanwhile' | 'views-missing' }
  /** It closes, so whoever decides first reads what the applicant will read. */
  | { readonly kind: 'to-confirm'; readonly decision: Decision };

/**
 * Moves one applicant by one conditional update, so that of two people who move the same one the second is told what
 * happened. Before a rejection its intake is locked. Views that were asked are not passed over in silence.
 */
export async function decide(deps: Deps, actor: Actor, found: Case, form: DecisionForm): Promise<Decided> {
  const { requisition, applicant } = found;
  const { rev, without, go, ...wanted } = form;
  if (rev !== applicant.rev) return { kind: 'changed-meanwhile' };
  const moved = moveApplicant(applicant, wanted, actor.personId, deps.clock());
  if (moved.kind !== 'moved') return moved;
  const missing = closes(wanted.to) ? missingViews(found.asked, found.views) : [];
  if (missing.length > 0 && without !== missing.join(' ')) return { kind: 'views-missing' };
  const decision = missing.length === 0 ? moved.decision : { ...moved.decision, without: missing };
  if (closes(wanted.to) && go !== 'send') return { kind: 'to-confirm', decision };
  if (decision.to === 'rejected') await lockFor(deps, actor, requisition, applicant.intakeId);
  const events = eventsOf(actor, found, decision);
  if (!(await deps.stores.applicants.decide(applicant, decision, events)))
    return { kind: 'changed-meanwhile' };
  void deps.relay.soon();
  return { kind: 'moved', decision };
}

/** That they were moved; and where it closes, that they are told, which puts the letter into the outbox. */
function eventsOf({ personId }: Actor, { requisition, applicant }: Case, decision: Decision): DomainEvent[] {
  const { at, from, to, without = [] } = decision;
  const { organisationId, id: requisitionId } = requisition;
  const ids = { requisitionId, applicantId: applicant.id };
  const event = (type: string, facts: DomainEvent['facts']) =>
    staffEvent(personId, { type, at, organisationId, facts });
  const moved = { ...ids, from, to, ...(without.length === 0 ? {} : { viewsMissing: without.length }) };
  return [event('applicant-moved', moved), ...(closes(to) ? [event('applicant-told', ids)] : [])];
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
