import type { Attempt } from '../../../core/attempt/attempt.ts';
import type { DomainEvent } from '../../../core/kernel/domain-event.ts';
import type { ApplicantId, RequisitionId } from '../../../core/kernel/ids.ts';
import type { Deps } from '../../../deps.ts';
import { tellAttempt } from '../attempt-event.ts';
import { untilSettled } from '../until-settled.ts';
import { endingOf } from '../write-closing.ts';

export type StopDeps = Pick<Deps, 'clock' | 'stores'>;

/** Ends the open attempt of somebody who has withdrawn, with what is stored. Running it again finds nothing open. */
export async function stopAttempt(deps: StopDeps, { organisationId, facts }: DomainEvent): Promise<void> {
  const { stores } = deps;
  const requisitionId = facts['requisitionId'] as RequisitionId;
  const applicantId = facts['applicantId'] as ApplicantId;
  const applicant = await stores.applicants.find(organisationId, requisitionId, applicantId);
  if (applicant?.stage !== 'withdrawn') return;
  const found = await stores.attempts.findByApplicant(organisationId, requisitionId, applicantId);
  if (found !== null) await untilSettled(deps, found, (attempt) => stopOnce(deps, attempt));
}

async function stopOnce(deps: StopDeps, attempt: Attempt): Promise<'stopped' | null> {
  if (attempt.state !== 'open') return 'stopped';
  const { attempts, formVersions } = deps.stores;
  const form = await formVersions.get(attempt.organisationId, attempt.formVersionId);
  const now = deps.clock();
  const ending = endingOf(attempt, form, 'expired', now);
  const events = [tellAttempt(attempt, 'attempt-finished', now, { by: 'withdrawal' })];
  const running = form.sections.find(({ id }) => attempt.parts[id]?.state === 'running');
  // A part that counts as handed in is one that no credit of time opens again.
  const closing = { closedAtMs: now.getTime(), closedBy: 'hand-in', finishes: true } as const;
  const stopped =
    running === undefined
      ? await attempts.end(attempt, ending, events)
      : await attempts.closePart(attempt, running.id, closing, ending, events);
  return stopped === null ? null : 'stopped';
}
