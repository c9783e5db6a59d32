import type { OrganisationId, PersonId } from '../core/kernel/ids.ts';
import type { Person } from '../core/person/person.ts';
import { systemEvent } from '../ops/new-event.ts';
import { newId, newLabel } from '../ops/secrets.ts';
import type { PersonStore } from '../store/person-store.ts';

const RATERS = 6;
const nameOf = (place: number): string => `Simulated rater ${place}`;

/**
 * Raters that no person is behind: simulated ratings must never count as anybody's work. They are deactivated from the
 * start, so nobody signs in as one and no response is given to them. Made once for an organisation.
 */
export async function simulatedRaters(
  people: PersonStore,
  organisationId: OrganisationId,
  now: Date,
): Promise<readonly PersonId[]> {
  const known = await people.list(organisationId);
  const raters: PersonId[] = [];
  for (let place = 1; place <= RATERS; place += 1) {
    const rater = known.find(({ name, state }) => name === nameOf(place) && state === 'deactivated');
    raters.push(rater?.id ?? (await addRater(people, organisationId, place, now)));
  }
  return raters;
}

async function addRater(
  people: PersonStore,
  organisationId: OrganisationId,
  place: number,
  at: Date,
): Promise<PersonId> {
  const person: Person = {
    id: newId<PersonId>(),
    organisationId,
    name: nameOf(place),
    email: `rater-${place}-${newLabel().toLowerCase()}@simulated.example`,
    roles: ['rater'],
    state: 'invited',
    rev: 0,
  };
  await people.insert({ ...person, passwordHash: null }, []);
  const facts = { personId: person.id };
  const event = systemEvent({ type: 'simulated-rater-added', at, organisationId, facts });
  await people.change(person, { state: 'deactivated' }, [event]);
  return person.id;
}
