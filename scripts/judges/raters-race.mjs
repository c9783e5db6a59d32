// Forty raters hand in 500 responses at the same moment, each pressing the button twice: every seat is handed in exactly
// once with what its rater chose, every response stands where its levels put it, and standings equal a rebuild.
//   npm run judge -- raters-race [--raters 40] [--responses 500] [--break]
// --break  judges a copy of the build that settles a response without insisting on what it has read; seats must then be lost
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { copyBuild } from '../sittings/copy-build.mjs';
import { openProduct } from '../sittings/open-product.mjs';

const { values } = parseArgs({
  options: { raters: { type: 'string' }, responses: { type: 'string' }, break: { type: 'boolean' } },
});
const wanted = Number(values.responses ?? 500);
// A server that pauses between reading a response and writing what follows, so that raters of it meet.
const SLOW = {
  file: 'features/rating-desk/hand-in-slots.js',
  from: 'return deps.stores.ratingTasks.settle(task, after, [event]);',
  to: 'return new Promise((go) => setTimeout(go, Math.random() * 40)).then(() => deps.stores.ratingTasks.settle(task, after, [event]));',
};
const UNGUARDED = [{ file: 'store/rating-task-store.js', from: 'rev: seen.rev', to: 'rev: { $gte: 0 }' }];
const build = copyBuild(values.break ? [SLOW, ...UNGUARDED] : [SLOW]);
const product = await openProduct(build.root);
const { deps, keys } = product;
const { stores } = deps;
const load = (file) => import(join(build.root, 'dist', file));
const { connect } = await load('store/connection.js');
const { openSimulatedRole } = await load('simulation/open-simulated-role.js');
const { loadSetting } = await load('simulation/load-setting.js');
const { simulatePeople } = await load('simulation/simulate-people.js');
const { storeApplicants } = await load('simulation/store-applicants.js');
const { demoCourses } = await load('simulation/demo/demo-courses.js');
const { createLabels } = await load('simulation/draw-label.js');
const { allocateResponses } = await load('features/rating-desk/allocate-responses.js');
const { EVERYBODY } = await load('features/rating-desk/read-wave.js');
const { handInSlots } = await load('features/rating-desk/hand-in-slots.js');
const { resolveTask } = await load('core/rating/resolve-task.js');
const { refreshStanding } = await load('features/scoring/refresh-standing.js');

const newId = () => randomBytes(16).toString('base64url');
/** Some people leave a prompt empty, and there is nothing to rate then. */
const FEW_LEFT_EMPTY = 1.05;
const organisationId = newId();
const connection = await connect(product.role.uri, product.role.dbName, 'patient');
const STATES = ['unallocated', 'rating', 'third', 'lead', 'resolved'];
const found = { responses: 0, handedIn: 0, lost: 0, twice: 0, misplaced: 0, stale: 0 };

async function addPerson(roles) {
  const id = newId();
  await stores.people.insert(
    { id, organisationId, name: `Somebody ${id}`, email: `${id}@example.org`, roles, passwordHash: null },
    [],
  );
  await connection.collection('people').updateOne({ _id: id }, { $set: { state: 'active' } });
  return { personId: id, organisationId, name: 'Somebody', roles };
}

/** A role in which so many responses wait for raters. */
async function openWaitingRole(lead) {
  await connection.collection('organisations').insertOne({
    _id: organisationId,
    name: 'Harbour Line Support',
    contactName: 'The hiring team',
    contactEmail: 'hiring@example.org',
    createdAt: new Date(),
  });
  const requisition = await openSimulatedRole(deps, keys, {
    actor: lead,
    title: 'Travel support agent',
    members: [lead.personId],
    confirmedBy: 'Nobody: a judge',
    places: 3,
    openedDaysAgo: 21,
  });
  const raterIds = [newId(), newId(), newId()];
  const setting = await loadSetting(deps, keys, {
    requisition,
    seed: 'raters-race',
    raterIds,
    leadId: lead.personId,
  });
  const prompts = setting.form.items.filter(({ kind }) => kind === 'written-response').length;
  const label = createLabels();
  const [course] = demoCourses().unallocated;
  const courses = Array.from({ length: Math.ceil((wanted * FEW_LEFT_EMPTY) / prompts) }, (_one, index) => ({
    ...course,
    number: index + 1,
    label: label(),
  }));
  await storeApplicants(stores, await simulatePeople(setting, courses));
  return requisition;
}

const listTasks = ({ id }) => stores.ratingTasks.listInState(organisationId, id, STATES, 10_000);

/** What every rater has chosen in every seat: mostly near each other, sometimes far apart. */
async function chooseLevels(requisition) {
  const chosen = new Map();
  for (const task of await listTasks(requisition)) {
    for (const [slotIndex, { raterId }] of task.slots.entries()) {
      const level = () => (Math.random() < 0.9 ? 3 : 5);
      const levels = Object.fromEntries(task.criteria.map((criterion) => [criterion, level()]));
      const draft = { levels, unratable: null, spans: [], reason: null };
      await stores.ratingTasks.saveDraft({ task, slotIndex, raterId }, draft, null);
      chosen.set(`${task.id}:${raterId}`, levels);
    }
  }
  return chosen;
}

/** Two raters of a response come to it at about the same moment; in their own orders they would seldom meet. */
async function alignOrders() {
  const batches = connection.collection('ratingBatches');
  for (const { _id, taskIds } of await batches.find({ organisationId }).toArray())
    await batches.updateOne({ _id }, { $set: { taskIds: taskIds.toSorted() } });
}

/**
 * Everybody at once, pressing the button twice, and one follow-up a batch beside all the others, as where several servers
 * relay. None is run again: a seat that is lost then would not be mended.
 */
async function handInAll(raters) {
  const at = new Date();
  const batches = (
    await Promise.all(
      raters.map(({ personId }) => stores.ratingBatches.listOfRater(organisationId, personId)),
    )
  ).flat();
  const handIn = async (batch) => {
    const presses = [1, 2].map(() => stores.ratingBatches.handIn(batch, at, []));
    if ((await Promise.all(presses)).filter(Boolean).length !== 1) found.twice += 1;
    await handInSlots(deps, {
      organisationId,
      facts: { requisitionId: batch.requisitionId, batchId: batch.id },
    });
  };
  await Promise.all(batches.map(handIn));
  await deps.relay.soon();
}

async function compareSeats(requisition, raters, chosen) {
  const copies = await connection.collection('ratings').find({ organisationId }).toArray();
  const tasks = await listTasks(requisition);
  found.responses = tasks.length;
  for (const task of tasks) {
    const own = task.slots.filter(({ state }) => state === 'handed-in');
    for (const { raterId, judgement } of own) {
      found.handedIn += 1;
      const key = `${task.id}:${raterId}`;
      const kept = copies.filter((copy) => `${copy.taskId}:${copy.raterId}` === key);
      if (kept.length > 1) found.twice += 1;
      const right = isDeepStrictEqual(judgement.levels, chosen.get(key));
      if (!right || !isDeepStrictEqual(kept[0]?.judgement.levels, judgement.levels)) found.lost += 1;
    }
    found.lost += 2 - own.length;
    const thirdAvailable = raters.some(({ personId }) => !task.notRaterIds.includes(personId));
    const { kind } = resolveTask({ ...task, thirdAvailable });
    if (task.state !== kind || (task.resolution !== null) !== (kind === 'resolved')) found.misplaced += 1;
  }
}

async function compareStandings({ id: requisitionId }) {
  const rows = () => connection.collection('standings').find({ requisitionId }).sort({ _id: 1 }).toArray();
  const before = await rows();
  const scoring = { clock: deps.clock, logger: deps.logger, stores, keyVersions: keys.keyVersions };
  for (const { applicantId } of before)
    await refreshStanding(scoring, { organisationId, requisitionId, applicantId });
  const after = await rows();
  found.stale = before.filter((row, index) => !isDeepStrictEqual(row, after[index])).length;
}

try {
  const lead = await addPerson(['hiring-manager']);
  const requisition = await openWaitingRole(lead);
  const raters = [];
  for (let n = 0; n < Number(values.raters ?? 40); n += 1) raters.push(await addPerson(['rater']));
  await allocateResponses(deps, {
    actor: lead,
    requisition,
    raterIds: raters.map(({ personId }) => personId),
    wave: EVERYBODY,
  });
  await alignOrders();
  const chosen = await chooseLevels(requisition);
  await handInAll(raters);
  await compareSeats(requisition, raters, chosen);
  await compareStandings(requisition);
} finally {
  await connection.close();
  await product.close();
  build.remove();
}
const bad = found.lost + found.twice + found.misplaced + found.stale;
const passed = found.responses >= wanted && found.handedIn > 0 && (values.break ? bad > 0 : bad === 0);
console.log(JSON.stringify({ ...found, passed }));
process.exit(passed ? 0 : 1);
