import type { OrganisationId, PersonId } from '../kernel/ids.ts';
import type { Actor } from '../person/person.ts';
import type { Access } from './access.ts';

interface Subject {
  readonly organisationId: OrganisationId;
  /** The account of the contact that candidates are told; null where the contact has none. */
  readonly contactId: PersonId | null;
  /** The members of the role. */
  readonly members: readonly PersonId[];
}

/** The named contact answers; where the contact has no account, owners and the recruiters of the role do. */
export function mayAnswerLookAgain(actor: Actor, { organisationId, contactId, members }: Subject): Access {
  if (actor.organisationId !== organisationId) return 'absent';
  if (contactId !== null) return actor.personId === contactId ? 'allowed' : 'absent';
  if (actor.roles.includes('owner')) return 'allowed';
  return actor.roles.includes('recruiter') && members.includes(actor.personId) ? 'allowed' : 'absent';
}
