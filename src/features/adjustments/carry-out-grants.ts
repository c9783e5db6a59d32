import type { AdjustmentRequest, Grant, GrantOutcome } from '../../core/adjustment/adjustment-request.ts';
import { recordOutcome } from '../../core/adjustment/settle-request.ts';
import type { Attempt, Credit } from '../../core/attempt/attempt.ts';
import { chooseTime } from '../../core/attempt/choose-time.ts';
import { creditPart } from '../../core/attempt/credit-part.ts';
import { findSection } from '../../core/form/find-item.ts';
import type { Section } from '../../core/form/form.ts';
import type { Deps } from '../../deps.ts';
import { systemEvent } from '../../ops/new-event.ts';

type GrantDeps = Pick<Deps, 'clock' | 'stores'>;

const TRIES = 20;

/**
 * Carries out what was granted and has not reached the attempt. A credit has the id of its grant and counts once, so
 * this may run again whenever it was cut off.
 */
export async function carryOutGrants(deps: GrantDeps, request: AdjustmentRequest): Promise<void> {
  for (const grant of request.grants.filter(({ outcome }) => outcome === 'waiting')) {
    const outcome = await carryOut(deps, request, grant);
    if (outcome !== 'waiting') await writeOutcome(deps, request, grant.id, outcome);
  }
}

async function writeOutcome(
  { clock, stores }: GrantDeps,
  { organisationId, id }: AdjustmentRequest,
  grantId: string,
  outcome: GrantOutcome,
): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const request = await stores.adjustmentRequests.find(organisationId, id);
    const changes = request === null ? null : recordOutcome(request, grantId, outcome, clock());
    if (request === null || changes === null) return;
    if ((await stores.adjustmentRequests.change(request, changes, [])) !== null) return;
  }
  throw new Error(`adjustment request ${id} changed ${TRIES} times while an outcome was written`);
}

/** Decides and writes; where the attempt changed in between, looks at it again. */
async function carryOut(
  deps: GrantDeps,
  { organisationId, requisitionId, applicantId }: AdjustmentRequest,
  grant: Grant,
): Promise<GrantOutcome> {
  const { applicants, attempts } = deps.stores;
  const applicant = await applicants.find(organisationId, requisitionId, applicantId);
  if (applicant?.stage === 'withdrawn') return 'withdrawn';
  for (let tries = 0; tries < TRIES; tries += 1) {
    const attempt = await attempts.findByApplicant(organisationId, requisitionId, applicantId);
    if (attempt === null) return 'waiting';
    const outcome =
      grant.kind === 'no-limit' ? await switchOff(deps, attempt) : await credit(deps, attempt, grant);
    if (outcome !== null) return outcome;
  }
  throw new Error(`attempt of applicant ${applicantId} changed ${TRIES} times while time was given`);
}

async function switchOff({ stores }: GrantDeps, attempt: Attempt): Promise<GrantOutcome | null> {
  if (attempt.timeChoice === 'no-limit') return 'given';
  if (chooseTime(attempt, 'no-limit').kind !== 'chosen') return 'not-offered';
  return (await stores.attempts.chooseTime(attempt, 'no-limit')) === null ? null : 'given';
}

async function credit(
  deps: GrantDeps,
  attempt: Attempt,
  { id, ms, sectionId }: Grant & { kind: 'time' },
): Promise<GrantOutcome | null> {
  const { attempts, formVersions } = deps.stores;
  const form = await formVersions.get(attempt.organisationId, attempt.formVersionId);
  const section = findSection(form, sectionId);
  if (section === null) throw new Error(`attempt ${attempt.id} has no part ${sectionId}`);
  const given: Credit = { id, ms };
  const now = deps.clock();
  const decision = creditPart({ attempt, section, credit: given, nowMs: now.getTime() });
  switch (decision.kind) {
    case 'given-before':
      return 'given';
    case 'refused':
      return decision.reason;
    case 'before-start':
      return (await attempts.creditWaiting(attempt, sectionId, given)) && 'given';
    case 'running':
      return (await attempts.creditRunning(attempt, sectionId, given)) && 'given';
    case 'reopens': {
      const event = reopened(attempt, section, now);
      return (await attempts.reopenPart(attempt, sectionId, given, decision, [event])) && 'reopened';
    }
  }
}

/** Told by nobody in person: the trail says that a part runs again, not who asked for it and why. */
function reopened(
  { id: attemptId, organisationId, requisitionId, applicantId }: Attempt,
  part: Section,
  at: Date,
) {
  const facts = { requisitionId, applicantId, attemptId, partId: part.id };
  return systemEvent({ type: 'part-reopened', at, organisationId, facts });
}
