import type { PersonId } from '../kernel/ids.ts';
import type { Person, Role } from '../person/person.ts';
import type { Requisition } from './requisition.ts';

const ACTING_ROLES: readonly Role[] = ['recruiter', 'hiring-manager', 'interviewer'];

type Changed = { readonly kind: 'changed'; readonly members: readonly PersonId[] };
export type AddMember =
  | (Changed & { readonly willNotRate: boolean })
  | { readonly kind: 'member-already' | 'no-acting-role' | 'rates-here' };
export type RemoveMember = Changed | { readonly kind: 'not-a-member' | 'last-recruiter' };

/** People who could act here and do not yet. Whoever has begun to rate here stays a rater. */
export function possibleMembers(
  { members }: Requisition,
  people: readonly Person[],
  ratersHere: readonly PersonId[],
): readonly Person[] {
  return people.filter(
    (person) =>
      person.state !== 'deactivated' &&
      person.roles.some((role) => ACTING_ROLES.includes(role)) &&
      !members.includes(person.id) &&
      !ratersHere.includes(person.id),
  );
}

/** Membership opens the role to somebody and closes its rating to them. */
export function addMember(
  { members }: Requisition,
  person: Person,
  ratersHere: readonly PersonId[],
): AddMember {
  if (members.includes(person.id)) return { kind: 'member-already' };
  if (ratersHere.includes(person.id)) return { kind: 'rates-here' };
  if (!person.roles.some((role) => ACTING_ROLES.includes(role))) return { kind: 'no-acting-role' };
  return {
    kind: 'changed',
    members: [...members, person.id],
    willNotRate: person.roles.includes('rater'),
  };
}

/** A role always keeps a member who is an active recruiter, or nobody could let anybody in again. */
export function removeMember(
  { members }: Requisition,
  personId: PersonId,
  people: readonly Person[],
): RemoveMember {
  if (!members.includes(personId)) return { kind: 'not-a-member' };
  const left = members.filter((id) => id !== personId);
  const recruiterLeft = people.some(
    ({ id, state, roles }) => state === 'active' && roles.includes('recruiter') && left.includes(id),
  );
  return recruiterLeft ? { kind: 'changed', members: left } : { kind: 'last-recruiter' };
}
