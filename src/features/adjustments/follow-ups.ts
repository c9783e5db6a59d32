import type { AdjustmentRequest } from '../../core/adjustment/adjustment-request.ts';
import { newRequest } from '../../core/adjustment/new-request.ts';
import type { DomainEvent } from '../../core/kernel/domain-event.ts';
import type { AdjustmentRequestId, ApplicantId, RatingTaskId, RequisitionId } from '../../core/kernel/ids.ts';
import type { Deps } from '../../deps.ts';
import type { FollowUp } from '../../ops/relay.ts';
import { tellAdjustment } from './adjustment-event.ts';
import { carryOutGrants } from './carry-out-grants.ts';

type FollowUpDeps = Pick<Deps, 'clock' | 'stores'>;

const MOST_OF_ONE = 100;

/** What the handling of adjustments does after something happened. Every follow-up may run twice. */
export function adjustmentFollowUps(deps: FollowUpDeps): Readonly<Record<string, readonly FollowUp[]>> {
  return {
    'adjustment-granted': [(event) => carryOutGranted(deps, event)],
    'attempt-begun': [(event) => carryOutKept(deps, event)],
    'applicant-withdrew': [(event) => carryOutKept(deps, event)],
    'response-settled': [(event) => askAboutLanguage(deps, event)],
  };
}

async function carryOutGranted(deps: FollowUpDeps, { organisationId, facts }: DomainEvent): Promise<void> {
  const requestId = String(facts['requestId']) as AdjustmentRequestId;
  const request = await deps.stores.adjustmentRequests.find(organisationId, requestId);
  if (request !== null) await carryOutGrants(deps, request);
}

/** Time that was granted before the applicant began; where they withdrew, that it is not given any more. */
async function carryOutKept(deps: FollowUpDeps, { organisationId, facts }: DomainEvent): Promise<void> {
  const requisitionId = String(facts['requisitionId']) as RequisitionId;
  const applicantId = String(facts['applicantId']) as ApplicantId;
  const about = { organisationId, requisitionId, applicantId };
  const requests = await deps.stores.adjustmentRequests.listOf(about, MOST_OF_ONE);
  for (const request of requests) await carryOutGrants(deps, request);
}

/** A response in another language comes to the people who handle adjustments, once: its request has the task's id. */
async function askAboutLanguage(deps: FollowUpDeps, { organisationId, facts }: DomainEvent): Promise<void> {
  const taskId = String(facts['taskId']) as RatingTaskId;
  const task = await deps.stores.ratingTasks.find(organisationId, taskId);
  if (task?.resolution?.kind !== 'unratable' || task.resolution.reason !== 'other-language') return;
  const { requisitionId, applicantId } = task;
  const applicant = await deps.stores.applicants.find(organisationId, requisitionId, applicantId);
  if (applicant?.state !== 'active') return;
  const at = deps.clock();
  const request: AdjustmentRequest = newRequest({
    id: taskId as string as AdjustmentRequestId,
    organisationId,
    requisitionId,
    applicantId,
    label: applicant.label,
    origin: 'rating',
    taskId,
    wants: [],
    text: '',
    askedAt: at,
    by: 'system',
  });
  const event = tellAdjustment(request, 'adjustment-requested', at, 'system');
  await deps.stores.adjustmentRequests.insert(request, [event]);
}
