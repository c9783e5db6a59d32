import type { OrganisationId, PersonId } from '../../core/kernel/ids.ts';
import type { Actor, Role } from '../../core/person/person.ts';

/** An account of the demo. Its address tells its role, so that whoever looks around knows who they are. */
export interface DemoPerson {
  readonly id: PersonId;
  readonly role: Role;
  readonly name: string;
  readonly email: string;
}

const at = (account: string): string => `${account}@demo.example`;

/** Somebody for every role, and raters enough for a third opinion. */
export const DEMO_PEOPLE: readonly Omit<DemoPerson, 'id'>[] = [
  { role: 'owner', name: 'Ottilie Brandt', email: at('owner') },
  { role: 'recruiter', name: 'Ruben Achterberg', email: at('recruiter') },
  { role: 'hiring-manager', name: 'Hana Morávková', email: at('manager') },
  { role: 'interviewer', name: 'Ikem Okafor', email: at('interviewer') },
  { role: 'adjustments', name: 'Adela Lindqvist', email: at('adjustments') },
  { role: 'auditor', name: 'Aurelio Conti', email: at('auditor') },
  { role: 'rater', name: 'Rosa Feldmann', email: at('rater-1') },
  { role: 'rater', name: 'Rashid Karimi', email: at('rater-2') },
  { role: 'rater', name: 'Runa Halvorsen', email: at('rater-3') },
];

/** The person of the demo who holds a role, as somebody who acts. */
export function demoActor(organisationId: OrganisationId, people: readonly DemoPerson[], role: Role): Actor {
  const person = people.find((candidate) => candidate.role === role);
  if (person === undefined) throw new Error(`the demo has no ${role}`);
  return { personId: person.id, organisationId, name: person.name, roles: [role] };
}
