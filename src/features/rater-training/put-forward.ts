import { useOfNext } from '../../core/calibration/real-response.ts';
import type { Actor } from '../../core/person/person.ts';
import type { ResponseText } from '../../core/rating/check-judgement.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { staffEvent } from '../../ops/new-event.ts';
import { newId } from '../../ops/secrets.ts';
import type { Offer } from './find-offers.ts';

/** Puts a masked response forward to the experts, once. Whoever took their consent back meanwhile is heard. */
export async function putForward(
  deps: Deps,
  actor: Actor,
  requisition: Requisition,
  { task }: Offer,
  masked: ResponseText,
): Promise<'put-forward' | 'put-forward-before' | 'taken-back'> {
  const { stores, clock } = deps;
  const { organisationId, assessmentId } = requisition;
  const { requisitionId, applicantId, attemptId, itemId } = task;
  const at = clock();
  const id = newId<string>();
  const before = await stores.realResponses.count(organisationId, assessmentId, itemId);
  const about = { organisationId, requisitionId, applicantId };
  const response = {
    ...{ id, ...about, attemptId, assessmentId, itemId, use: useOfNext(before), ...masked },
    ...{ proposedBy: actor.personId, proposedAt: at },
  };
  const facts = { requisitionId, applicantId, responseId: id };
  const event = staffEvent(actor.personId, { type: 'real-response-put-forward', at, organisationId, facts });
  if (!(await stores.realResponses.insert(response, [event]))) return 'put-forward-before';
  // Read after the insert: a consent that is taken back from here on finds the response itself.
  const [consent, applicant] = await Promise.all([
    stores.reuseConsents.find(about),
    stores.applicants.find(organisationId, requisitionId, applicantId),
  ]);
  if (consent?.state === 'given' && applicant?.state === 'active') return 'put-forward';
  await stores.realResponses.removeOf(about);
  return 'taken-back';
}
