import { mayAnswerLookAgain } from '../../core/access/look-again-access.ts';
import type { LookAgain } from '../../core/applicant/look-again.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';

/** A candidate's request to look again, with the role in which it was asked. */
export interface AskedToLook {
  readonly request: LookAgain;
  readonly roleTitle: string;
}

const MOST = 50;

/** Whose it is to answer depends on whether the contact that candidates are told has an account. */
export async function findLookAgains(
  { stores }: Deps,
  actor: Actor,
  memberOf: readonly Requisition[],
): Promise<readonly AskedToLook[]> {
  const { organisationId } = actor;
  const waiting = await stores.lookAgains.listWaiting(organisationId, MOST);
  if (waiting.length === 0) return [];
  const organisation = await stores.organisations.find(organisationId);
  const [contactId, titles] = await Promise.all([
    stores.people.findActiveId(organisationId, organisation?.contactEmail ?? ''),
    stores.requisitions.findTitles(
      organisationId,
      waiting.map(({ requisitionId }) => requisitionId),
    ),
  ]);
  const members = new Map(memberOf.map((requisition) => [requisition.id, requisition.members]));
  return waiting
    .filter(({ requisitionId }) => {
      const subject = { organisationId, contactId, members: members.get(requisitionId) ?? [] };
      return mayAnswerLookAgain(actor, subject) === 'allowed';
    })
    .map((request) => ({ request, roleTitle: titles.get(request.requisitionId) ?? 'A role that is gone' }));
}
