import type { OrganisationId } from '../../core/kernel/ids.ts';
import type { Actor, Role } from '../../core/person/person.ts';
import type { Deps, KeyDeps } from '../../deps.ts';
import { allocateResponses } from '../../features/rating-desk/allocate-responses.ts';
import { makeLinkToken } from '../../ops/link-token.ts';
import { newId } from '../../ops/secrets.ts';
import { loadSetting } from '../load-setting.ts';
import { openSimulatedRole } from '../open-simulated-role.ts';
import { simulateApplicant, type Course, type SimulatedApplicant } from '../simulate-applicant.ts';
import type { SimulationSetting } from '../simulation-setting.ts';
import { storeApplicants } from '../store-applicants.ts';
import { writeDemoAccess, type DemoAccess } from './demo-access.ts';
import { demoCourses } from './demo-courses.ts';
import { demoPeople, type DemoPerson } from './demo-people.ts';

/** Everybody sees the same people in every demo. */
const SEED = 'demo';
const MEMBERS: readonly Role[] = ['recruiter', 'hiring-manager', 'interviewer'];

/** A demo that can be signed in to; what is left to do needs nobody to wait for it. */
interface SeededDemo {
  readonly access: DemoAccess;
  /** Gives the latest responses to raters, and leaves some for the hiring manager to give out. */
  readonly giveOutWork: () => Promise<void>;
}

/**
 * Fills an empty store with an organisation to look around in. Accounts are written last: as long as there are none the
 * store counts as empty, so that a start that was interrupted is made up for by the next.
 */
export async function seedDemo(deps: Deps, keys: KeyDeps): Promise<SeededDemo> {
  const people = demoPeople();
  const hashing = Promise.all(people.map(({ password }) => deps.passwords.hash(password)));
  const organisationId = await insertOrganisation(deps);
  const manager = actorOf(organisationId, people, 'hiring-manager');
  const raterIds = people.filter(({ roles }) => roles.includes('rater')).map(({ id }) => id);
  const requisition = await openSimulatedRole(deps, keys, {
    actor: actorOf(organisationId, people, 'recruiter'),
    title: 'Travel support agent',
    members: people.filter(({ roles }) => roles.some((role) => MEMBERS.includes(role))).map(({ id }) => id),
    confirmedBy: `${manager.name}, head of customer support`,
    places: 6,
    openedDaysAgo: 21,
  });
  const chosen = { requisition, seed: SEED, raterIds, leadId: manager.personId };
  const setting = await loadSetting(deps, keys, chosen);
  const { settled, withRaters, unallocated, visitor } = demoCourses();
  const visitors = simulateAll(setting, visitor).map(asVisitor);
  const now = [...simulateAll(setting, [...settled, ...withRaters]), ...visitors];
  await storeApplicants(deps.stores, now, true);
  const access = accessOf(deps, people, visitors);
  await writeDemoAccess(deps.config.dataDir, access);
  await insertPeople(deps, organisationId, people, await hashing);
  return {
    access,
    giveOutWork: async () => {
      await allocateResponses(deps, { actor: manager, requisition, raterIds });
      await storeApplicants(deps.stores, simulateAll(setting, unallocated), true);
    },
  };
}

const insertOrganisation = ({ stores, clock }: Deps): Promise<OrganisationId> =>
  stores.organisations.insertFirst(
    {
      id: newId<OrganisationId>(),
      name: 'Harbour Line Support (demo)',
      contactName: 'Ruben Achterberg, hiring team',
      contactEmail: 'recruiter@demo.example',
    },
    clock(),
  );

function actorOf(organisationId: OrganisationId, people: readonly DemoPerson[], role: Role): Actor {
  const person = people.find(({ roles }) => roles.includes(role));
  if (person === undefined) throw new Error(`the demo has no ${role}`);
  return { personId: person.id, organisationId, name: person.name, roles: person.roles };
}

const simulateAll = (setting: SimulationSetting, courses: readonly Course[]): readonly SimulatedApplicant[] =>
  courses.map((course) => simulateApplicant(setting, course));

const asVisitor = (invited: SimulatedApplicant): SimulatedApplicant => ({
  ...invited,
  contact: { ...invited.contact, name: 'You, trying it out', email: 'visitor@simulated.example' },
});

function accessOf(
  { config, secret }: Deps,
  people: readonly DemoPerson[],
  visitors: readonly SimulatedApplicant[],
): DemoAccess {
  return {
    address: config.publicUrl,
    people: people.map(({ roles, name, email, password }) => ({ roles, name, email, password })),
    candidateLinks: visitors.map(({ applicant }) => {
      const target = { id: applicant.id, version: applicant.linkVersion };
      return `${config.publicUrl}/i/${makeLinkToken(secret, 'invitation', target)}`;
    }),
  };
}

async function insertPeople(
  { stores }: Deps,
  organisationId: OrganisationId,
  people: readonly DemoPerson[],
  hashes: readonly string[],
): Promise<void> {
  const rows = people.map(({ id, name, email, roles }, index) => ({
    id,
    organisationId,
    name,
    email,
    roles,
    passwordHash: hashes[index] ?? null,
  }));
  await stores.people.insertMany(rows);
}
