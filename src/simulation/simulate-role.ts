import type { OrganisationId } from '../core/kernel/ids.ts';
import type { Actor, Person, Role } from '../core/person/person.ts';
import type { Requisition } from '../core/requisition/requisition.ts';
import type { Deps, KeyDeps } from '../deps.ts';
import { loadSetting } from './load-setting.ts';
import { measureSimulation, type SimulationFigures } from './measure-simulation.ts';
import { openSimulatedRole } from './open-simulated-role.ts';
import { populateRole } from './populate-role.ts';
import type { SimulateArguments } from './read-arguments.ts';
import { simulatedRaters } from './simulated-raters.ts';

export type SimulatedRole =
  | { readonly kind: 'simulated'; readonly requisition: Requisition; readonly figures: SimulationFigures }
  | { readonly kind: 'no-organisation' | 'no-recruiter' };

const MEMBERS: readonly Role[] = ['recruiter', 'hiring-manager'];

/** A new role full of simulated people, for everybody in the organisation who recruits. */
export async function simulateRole(
  deps: Deps,
  keys: Pick<KeyDeps, 'keyedForms' | 'keyVersions'>,
  wanted: SimulateArguments,
  tell: (stored: number) => void,
): Promise<SimulatedRole> {
  const organisation = await deps.stores.organisations.findFirst();
  if (organisation === null) return { kind: 'no-organisation' };
  const people = (await deps.stores.people.list(organisation.id)).filter(({ state }) => state === 'active');
  const recruiter = people.find(({ roles }) => roles.includes('recruiter'));
  if (recruiter === undefined) return { kind: 'no-recruiter' };
  const members = people.filter(({ roles }) => roles.some((role) => MEMBERS.includes(role)));
  const requisition = await openSimulatedRole(deps, keys, {
    actor: actorOf(organisation.id, recruiter),
    title: `Simulated role, ${wanted.applicants.toLocaleString('en')} applicants`,
    members: members.map(({ id }) => id),
    confirmedBy: 'Nobody: a simulated role',
    places: Math.max(1, Math.round(wanted.applicants / 20)),
    openedDaysAgo: 21,
  });
  const setting = await loadSetting(deps, keys, {
    requisition,
    seed: wanted.seed,
    raterIds: await simulatedRaters(deps.stores.people, organisation.id, deps.clock()),
    leadId: (members.find(({ roles }) => roles.includes('hiring-manager')) ?? recruiter).id,
  });
  const measured = await populateRole(deps.stores, { setting, ...wanted, tell });
  return { kind: 'simulated', requisition, figures: measureSimulation(setting, measured) };
}

const actorOf = (organisationId: OrganisationId, { id, name, roles }: Person): Actor => ({
  personId: id,
  organisationId,
  name,
  roles,
});
