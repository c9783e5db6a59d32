import type { PersonId } from '../../core/kernel/ids.ts';
import type { Role } from '../../core/person/person.ts';
import { newId, newLabel } from '../../ops/secrets.ts';

export interface DemoPerson {
  readonly id: PersonId;
  readonly roles: readonly Role[];
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

const PEOPLE: readonly (readonly [Role, string, string])[] = [
  ['owner', 'Ottilie Brandt', 'owner'],
  ['recruiter', 'Ruben Achterberg', 'recruiter'],
  ['hiring-manager', 'Hana Morávková', 'manager'],
  ['interviewer', 'Ikem Okafor', 'interviewer'],
  ['adjustments', 'Adela Lindqvist', 'adjustments'],
  ['auditor', 'Aurelio Conti', 'auditor'],
  ['rater', 'Rosa Feldmann', 'rater-1'],
  ['rater', 'Rashid Karimi', 'rater-2'],
  ['rater', 'Runa Halvorsen', 'rater-3'],
];

/** Somebody for every role, with passwords that no other data directory has. */
export function demoPeople(): readonly DemoPerson[] {
  return PEOPLE.map(([role, name, account]) => ({
    id: newId<PersonId>(),
    roles: [role],
    name,
    email: `${account}@demo.example`,
    password: [newLabel(), newLabel(), newLabel()].join('-'),
  }));
}
