import type { OrganisationId } from '../../core/kernel/ids.ts';
import type { Role } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps, KeyDeps } from '../../deps.ts';
import { allocateResponses } from '../../features/rating-desk/allocate-responses.ts';
import { EVERYBODY } from '../../features/rating-desk/read-wave.ts';
import { makeLinkToken } from '../../ops/link-token.ts';
import { loadSetting } from '../load-setting.ts';
import { openSimulatedRole } from '../open-simulated-role.ts';
import type { SimulatedApplicant } from '../simulate-applicant.ts';
import { simulatePeople } from '../simulate-people.ts';
import { storeApplicants } from '../store-applicants.ts';
import { DEMO_SEED, demoCourses } from './demo-courses.ts';
import { DEMO_PEOPLE, demoActor, type DemoPerson } from './demo-people.ts';
import { leavePanel } from './leave-panel.ts';
import { leaveAdjustmentRequest, leaveRubricChange } from './leave-requests.ts';

const PORTION = 25;
const MEMBERS: readonly Role[] = ['recruiter', 'hiring-manager', 'interviewer'];

/** Opens the role of the demo and fills it. Returns the links by which a visitor may take the assessment. */
export async function fillDemo(deps: Deps, keys: KeyDeps): Promise<readonly string[]> {
  const organisation = await deps.stores.organisations.findFirst();
  if (organisation === null) throw new Error('the organisation of the demo is gone');
  const people = await findPeople(deps, organisation.id);
  const manager = demoActor(organisation.id, people, 'hiring-manager');
  const requisition = await openRole(deps, keys, organisation.id, people);
  const raterIds = people.filter(({ role }) => role === 'rater').map(({ id }) => id);
  const setting = await loadSetting(deps, keys, {
    requisition,
    seed: DEMO_SEED,
    raterIds,
    leadId: manager.personId,
  });
  const { settled, withRaters, unallocated, visitor } = demoCourses();
  const visitors = (await simulatePeople(setting, visitor)).map(asVisitor);
  await storeApplicants(deps.stores, visitors);
  const early = await simulatePeople(setting, [...settled, ...withRaters]);
  await storeInPortions(deps.stores, early);
  await allocateResponses(deps, { actor: manager, requisition, raterIds, wave: EVERYBODY });
  await storeInPortions(deps.stores, await simulatePeople(setting, unallocated));
  const asking = early.findLast(({ attempt }) => attempt?.state === 'open');
  if (asking !== undefined) await leaveAdjustmentRequest(deps, asking.applicant);
  await leaveRubricChange(deps, manager, requisition);
  await leavePanel(deps, keys, demoActor(organisation.id, people, 'owner'));
  return visitors.map((one) => linkOf(deps, one));
}

/** The connection of the pages gives up after seconds; on a crowded machine a portion still fits into them. */
async function storeInPortions(stores: Deps['stores'], people: readonly SimulatedApplicant[]): Promise<void> {
  for (let first = 0; first < people.length; first += PORTION) {
    await storeApplicants(stores, people.slice(first, first + PORTION));
  }
}

async function findPeople({ stores }: Deps, organisationId: OrganisationId): Promise<readonly DemoPerson[]> {
  const found = await stores.people.list(organisationId);
  return DEMO_PEOPLE.flatMap((person) => {
    const id = found.find(({ email }) => email === person.email)?.id;
    return id === undefined ? [] : [{ ...person, id }];
  });
}

function openRole(
  deps: Deps,
  keys: KeyDeps,
  organisationId: OrganisationId,
  people: readonly DemoPerson[],
): Promise<Requisition> {
  const { name } = demoActor(organisationId, people, 'hiring-manager');
  return openSimulatedRole(deps, keys, {
    actor: demoActor(organisationId, people, 'recruiter'),
    title: 'Travel support agent',
    members: people.filter(({ role }) => MEMBERS.includes(role)).map(({ id }) => id),
    confirmedBy: `${name}, head of customer support`,
    places: 6,
    openedDaysAgo: 21,
  });
}

const asVisitor = (invited: SimulatedApplicant): SimulatedApplicant => ({
  ...invited,
  contact: { ...invited.contact, name: 'You, trying it out', email: 'visitor@simulated.example' },
});

function linkOf({ config, secret }: Deps, { applicant }: SimulatedApplicant): string {
  const target = { id: applicant.id, version: applicant.linkVersion };
  return `${config.publicUrl}/i/${makeLinkToken(secret, 'invitation', target)}`;
}
