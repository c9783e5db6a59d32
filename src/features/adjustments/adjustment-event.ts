import type { AdjustmentRequest } from '../../core/adjustment/adjustment-request.ts';
import type { DomainEvent } from '../../core/kernel/domain-event.ts';
import type { PersonId } from '../../core/kernel/ids.ts';
import { candidateEvent, staffEvent, systemEvent } from '../../ops/new-event.ts';

type AdjustmentEventType =
  'adjustment-requested' | 'adjustment-granted' | 'adjustment-answered' | 'adjustment-declined';

/** What happened to a request, told without the applicant: whoever reads the trail learns nothing about one person. */
export function tellAdjustment(
  { id: requestId, organisationId, requisitionId }: AdjustmentRequest,
  type: AdjustmentEventType,
  at: Date,
  by: PersonId | 'candidate' | 'system',
): DomainEvent {
  const happened = { type, at, organisationId, facts: { requestId, requisitionId } };
  if (by === 'system') return systemEvent(happened);
  return by === 'candidate' ? candidateEvent(happened) : staffEvent(by, happened);
}
