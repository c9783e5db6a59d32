import type { AdjustmentRequest } from '../../core/adjustment/adjustment-request.ts';
import { newRequest } from '../../core/adjustment/new-request.ts';
import type { AdjustmentRequestId } from '../../core/kernel/ids.ts';
import type { Deps } from '../../deps.ts';
import { tellAdjustment } from './adjustment-event.ts';
import type { Asker } from './find-asker.ts';
import type { Ask } from './requests.ts';

/** Unanswered at a time; whoever needs more than that is helped faster by the contact on the page. */
const MOST_OPEN = 5;
const MOST_SHOWN = 20;

/** Stores a request for the people who handle adjustments. The same form sent again asks for nothing new. */
export async function askForAdjustment(
  deps: Deps,
  { applicant }: Pick<Asker, 'applicant'>,
  { request, want, text }: Ask,
  now: Date,
): Promise<'asked' | 'too-many'> {
  const earlier = await listAsked(deps, applicant);
  if (earlier.some(({ id }) => id === request)) return 'asked';
  if (earlier.filter(({ state }) => state === 'open').length >= MOST_OPEN) return 'too-many';
  const { organisationId, requisitionId, id: applicantId, label } = applicant;
  const asked = newRequest({
    id: request as AdjustmentRequestId,
    organisationId,
    requisitionId,
    applicantId,
    label,
    origin: 'candidate',
    taskId: null,
    wants: [...new Set(want)],
    text,
    askedAt: now,
    by: 'candidate',
  });
  const event = tellAdjustment(asked, 'adjustment-requested', now, 'candidate');
  await deps.stores.adjustmentRequests.insert(asked, [event]);
  void deps.relay.soon();
  return 'asked';
}

/** What the candidate may read: their own requests and those that staff opened for them. */
export async function listAsked(
  { stores }: Deps,
  { organisationId, requisitionId, id: applicantId }: Asker['applicant'],
): Promise<readonly AdjustmentRequest[]> {
  const about = { organisationId, requisitionId, applicantId };
  const all = await stores.adjustmentRequests.listOf(about, MOST_SHOWN);
  return all.filter(({ origin }) => origin !== 'rating');
}
