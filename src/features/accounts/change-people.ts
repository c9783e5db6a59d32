import type { PersonId } from '../../core/kernel/ids.ts';
import type { Actor, Person, Role } from '../../core/person/person.ts';
import type { Deps } from '../../deps.ts';
import { staffEvent } from '../../ops/new-event.ts';
import { newId } from '../../ops/secrets.ts';
import { joinLink } from './join.ts';

/** Adds an account and returns the link by which the person joins. */
export async function invitePerson(
  deps: Deps,
  actor: Actor,
  form: { name: string; email: string; roles: readonly Role[] },
): Promise<{ kind: 'invited'; personId: PersonId } | { kind: 'address-taken' }> {
  const id = newId<PersonId>();
  const { organisationId } = actor;
  const event = happened(deps, actor, 'person-invited', id);
  const outcome = await deps.stores.people.insert({ id, organisationId, ...form, passwordHash: null }, [
    event,
  ]);
  return outcome === 'inserted' ? { kind: 'invited', personId: id } : { kind: 'address-taken' };
}

type ChangeOutcome = 'changed' | 'changed-meanwhile' | 'last-owner';

/** Changes roles or state. An organisation always keeps an active owner who can let people in. */
export async function changePerson(
  deps: Deps,
  actor: Actor,
  person: Person,
  changes: { roles?: readonly Role[]; state?: 'active' | 'deactivated' },
): Promise<ChangeOutcome> {
  if (takesOwnerAway(person, changes) && (await isOnlyOwner(deps, person))) return 'last-owner';
  const type = changes.roles ? 'person-roles-changed' : `person-${changes.state ?? 'changed'}`;
  return deps.stores.people.change(person, changes, [happened(deps, actor, type, person.id)]);
}

function takesOwnerAway(person: Person, changes: { roles?: readonly Role[]; state?: string }): boolean {
  const stays = (changes.roles ?? person.roles).includes('owner') && changes.state !== 'deactivated';
  return person.roles.includes('owner') && !stays;
}

async function isOnlyOwner(deps: Deps, person: Person): Promise<boolean> {
  const people = await deps.stores.people.list(person.organisationId);
  return !people.some(
    (other) => other.id !== person.id && other.state === 'active' && other.roles.includes('owner'),
  );
}

/** A new link for somebody who lost the first one or forgot the password; every earlier link stops working. */
export async function renewJoinLink(deps: Deps, actor: Actor, personId: PersonId): Promise<string | null> {
  const event = happened(deps, actor, 'person-link-renewed', personId);
  const version = await deps.stores.people.renewLink(actor.organisationId, personId, [event]);
  return version === null ? null : joinLink(deps, personId, version);
}

export async function signOutEverywhere(deps: Deps, actor: Actor, personId: PersonId): Promise<void> {
  const event = happened(deps, actor, 'person-signed-out', personId);
  await deps.stores.people.signOutEverywhere(actor.organisationId, personId, [event]);
}

function happened(deps: Deps, actor: Actor, type: string, personId: PersonId) {
  return staffEvent(actor.personId, {
    type,
    at: deps.clock(),
    organisationId: actor.organisationId,
    facts: { personId },
  });
}
