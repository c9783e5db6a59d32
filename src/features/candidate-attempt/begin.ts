import { AttemptGone } from '../../core/attempt/attempt-gone.ts';
import type { Attempt } from '../../core/attempt/attempt.ts';
import { beginAttempt } from '../../core/attempt/begin-attempt.ts';
import type { DeviceClass } from '../../core/attempt/device-class.ts';
import type { AttemptId } from '../../core/kernel/ids.ts';
import type { Deps } from '../../deps.ts';
import { newId, sha256 } from '../../ops/secrets.ts';
import { tellAttempt } from './attempt-event.ts';
import type { Invitation } from './find-invitation.ts';
import { noticeVersion } from './notice.ts';

/** The attempt as this device now holds it, and the value of the device's own cookie. */
export interface Begun {
  readonly attempt: Attempt;
  readonly cookie: string;
}

/** When Begin was pressed, and on what. */
export interface Entering {
  readonly recvAt: Date;
  readonly deviceClass: DeviceClass | null;
}

/**
 * Uses the invitation by inserting the attempt. Where it was used before, by an earlier Begin or by one at the same
 * moment, the same attempt continues on this device, which becomes its writer.
 */
export async function begin(deps: Deps, invitation: Invitation, entering: Entering): Promise<Begun> {
  const cookie = deviceCookie(invitation.applicant.id);
  const binding = sha256(cookie);
  const attempt = invitation.attempt ?? (await insertAttempt(deps, invitation, binding, entering));
  if (attempt.bindings.includes(binding)) return { attempt, cookie };
  return { attempt: await deps.stores.attempts.claim(attempt, binding), cookie };
}

/** Random; the id of the applicant lets the guard say later that it was erased. Whoever has the link knows that id. */
const deviceCookie = (applicantId: string): string => `${newId()}.${applicantId}`;

async function insertAttempt(
  deps: Deps,
  invitation: Invitation,
  binding: string,
  { recvAt: now, deviceClass }: Entering,
): Promise<Attempt> {
  const { applicant, requisition, formVersionId, form } = invitation;
  const { organisationId, requisitionId, id: applicantId } = applicant;
  const attempt = beginAttempt({
    id: newId<AttemptId>(),
    organisationId,
    requisitionId,
    applicantId,
    attemptNumber: 1,
    formVersionId,
    form,
    timeMode: requisition.timeMode,
    noticeVersion: noticeVersion(invitation.byPanel),
    binding,
    now,
  });
  const event = tellAttempt(attempt, 'attempt-begun', now);
  if ((await deps.stores.attempts.insert(attempt, [event], deviceClass)) === 'inserted') {
    void deps.relay.soon();
    return attempt;
  }
  const first = await deps.stores.attempts.findByApplicant(organisationId, requisitionId, applicantId);
  if (first === null) throw new AttemptGone(attempt.id);
  return first;
}
