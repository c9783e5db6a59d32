import { mayAnswerLookAgain } from '../../core/access/look-again-access.ts';
import type { LookAgain } from '../../core/applicant/look-again.ts';
import type { LookAgainId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Deps } from '../../deps.ts';

/** A request with what its page says about it: the role and the label, never a name. */
export interface FoundRequest {
  readonly request: LookAgain;
  readonly roleTitle: string;
  readonly simulated: boolean;
  readonly label: string;
}

/** Null also where it is not this person's to answer. */
export async function findRequest(deps: Deps, actor: Actor, id: string): Promise<FoundRequest | null> {
  const { stores } = deps;
  const { organisationId } = actor;
  const request = await stores.lookAgains.find(organisationId, id as LookAgainId);
  if (request === null) return null;
  const { requisitionId, applicantId } = request;
  const [organisation, requisition, applicant] = await Promise.all([
    stores.organisations.find(organisationId),
    stores.requisitions.find(organisationId, requisitionId),
    stores.applicants.find(organisationId, requisitionId, applicantId),
  ]);
  if (organisation === null || requisition === null || applicant?.state !== 'active') return null;
  const contactId = await stores.people.findActiveId(organisationId, organisation.contactEmail);
  const access = mayAnswerLookAgain(actor, { organisationId, contactId, members: requisition.members });
  if (access !== 'allowed') return null;
  const { title: roleTitle, simulated } = requisition;
  return { request, roleTitle, simulated, label: applicant.label };
}
