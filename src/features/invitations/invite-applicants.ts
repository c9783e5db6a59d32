import { newApplicant } from '../../core/applicant/new-applicant.ts';
import { readInvitees, type Invitee, type InviteeProblem } from '../../core/applicant/read-invitees.ts';
import type { ApplicantId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { staffEvent } from '../../ops/new-event.ts';
import { newId, newLabel } from '../../ops/secrets.ts';
import { emailKey } from '../../store/person-store.ts';

const MOST_AT_ONCE = 200;

export interface LineProblem {
  readonly line: number;
  readonly kind: InviteeProblem['kind'] | 'invited-already';
  readonly text: string;
}

type Invited =
  | { readonly kind: 'invited'; readonly count: number }
  | { readonly kind: 'refused'; readonly problems: readonly LineProblem[] }
  | { readonly kind: 'too-many'; readonly most: number }
  | { readonly kind: 'not-open' };

/** Invites everybody typed, or nobody while one line has a problem, so that no list is half done. */
export async function inviteApplicants(
  deps: Deps,
  actor: Actor,
  requisition: Requisition,
  typed: string,
): Promise<Invited> {
  if (requisition.state !== 'open') return { kind: 'not-open' };
  const { invitees, problems } = readInvitees(typed);
  if (invitees.length > MOST_AT_ONCE) return { kind: 'too-many', most: MOST_AT_ONCE };
  const known = await deps.stores.applicants.findInvitedAddresses(
    actor.organisationId,
    requisition.id,
    invitees.map(({ email }) => email),
  );
  const again = invitees
    .filter(({ email }) => known.has(emailKey(email)))
    .map(({ line, email }): LineProblem => ({ line, kind: 'invited-already', text: email }));
  const refused = [...problems, ...again].sort((left, right) => left.line - right.line);
  if (refused.length > 0) return { kind: 'refused', problems: refused };
  let count = 0;
  for (const invitee of invitees) if (await inviteOne(deps, actor, requisition, invitee)) count += 1;
  void deps.relay.soon();
  return { kind: 'invited', count };
}

/** False when the same address was invited in the same moment by somebody else. */
async function inviteOne(
  deps: Deps,
  actor: Actor,
  requisition: Requisition,
  { name, email }: Invitee,
): Promise<boolean> {
  const person = { id: newId<ApplicantId>(), invitationId: newId<string>(), name, email, reference: null };
  const now = deps.clock();
  const { applicant, contact, facts } = newApplicant(requisition, person, now);
  const event = staffEvent(actor.personId, {
    type: 'applicant-invited',
    at: now,
    organisationId: actor.organisationId,
    facts,
  });
  return deps.stores.applicants.invite(applicant, contact, now, [event], newLabel);
}
