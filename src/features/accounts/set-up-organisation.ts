import type { Actor } from '../../core/person/person.ts';
import type { OrganisationId, PersonId } from '../../core/kernel/ids.ts';
import type { Deps } from '../../deps.ts';
import { staffEvent } from '../../ops/new-event.ts';
import { newId, sameText } from '../../ops/secrets.ts';
import type { SetUp } from './requests.ts';

type SetUpOutcome = { kind: 'set-up'; owner: Actor } | { kind: 'wrong-code' } | { kind: 'already-set-up' };

/** Installations that were seen with an account. Accounts are never deleted, so nobody needs to look again. */
const settled = new WeakSet<Deps>();

/** Only an installation without any account can be set up, and only by whoever can read its console. */
export async function mayBeSetUp(deps: Deps): Promise<boolean> {
  if (settled.has(deps)) return false;
  const empty = (await deps.stores.people.countAll()) === 0;
  if (!empty) settled.add(deps);
  return empty;
}

/** Makes the organisation and its first owner, who may also open roles. */
export async function setUpOrganisation(deps: Deps, form: SetUp): Promise<SetUpOutcome> {
  if (!(await mayBeSetUp(deps))) return { kind: 'already-set-up' };
  if (!sameText(form.code, deps.setUpCode)) return { kind: 'wrong-code' };
  const passwordHash = await deps.passwords.hash(form.password);
  const at = deps.clock();
  const organisationId = await deps.stores.organisations.insertFirst(
    {
      id: newId<OrganisationId>(),
      name: form.organisation,
      contactName: form.contactName,
      contactEmail: form.contactEmail,
    },
    at,
  );
  const owner: Actor = {
    personId: newId<PersonId>(),
    organisationId,
    name: form.name,
    roles: ['owner', 'recruiter'],
  };
  const outcome = await deps.stores.people.insert(
    {
      id: owner.personId,
      organisationId,
      name: form.name,
      email: form.email,
      roles: owner.roles,
      passwordHash,
      firstRun: true,
    },
    [staffEvent(owner.personId, { type: 'organisation-set-up', at, organisationId })],
  );
  return outcome === 'inserted' ? { kind: 'set-up', owner } : { kind: 'already-set-up' };
}
