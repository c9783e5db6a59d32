import { newRequest } from '../../core/adjustment/new-request.ts';
import type { AdjustmentRequestId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Deps } from '../../deps.ts';
import type { ErasureTarget } from '../../store/erasure-store.ts';
import { tellAdjustment } from './adjustment-event.ts';

/** A request for somebody who asked in another way, so that time can be given and every step is written down. */
export async function openForApplicant(
  deps: Deps,
  actor: Actor,
  { id: applicantId, organisationId, requisitionId, label }: ErasureTarget,
  requestId: AdjustmentRequestId,
): Promise<void> {
  const at = deps.clock();
  const by = actor.personId;
  const request = newRequest({
    id: requestId,
    organisationId,
    requisitionId,
    applicantId,
    label,
    origin: 'staff',
    taskId: null,
    wants: [],
    text: '',
    askedAt: at,
    by,
  });
  const event = tellAdjustment(request, 'adjustment-requested', at, by);
  await deps.stores.adjustmentRequests.insert(request, [event]);
  void deps.relay.soon();
}
