import type { DomainEvent } from '../../core/kernel/domain-event.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import { staffEvent } from '../../ops/new-event.ts';
import type { Invitation } from '../../store/applicant-model.ts';

/** What a member of staff did about one invited person. */
export const invitationEvent = (
  type: string,
  actor: Actor,
  { organisationId, id }: Requisition,
  { applicantId }: Invitation,
  at: Date,
): DomainEvent =>
  staffEvent(actor.personId, { type, at, organisationId, facts: { requisitionId: id, applicantId } });
