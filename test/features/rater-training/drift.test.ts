import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { calibrationUses } from '../../../src/core/calibration/calibration-use.ts';
import type { ApplicantId, CriterionId } from '../../../src/core/kernel/ids.ts';
import { FREE_SLOT } from '../../../src/core/rating/free-slot.ts';
import type { RatingBatch } from '../../../src/core/rating/rating-batch.ts';
import type { LevelNumber } from '../../../src/core/rubric/rubric.ts';
import { written } from '../../core/scoring/a-form.ts';
import { signInAs, type Staff } from '../../support/actors.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { addFinished, tasksOf, type RatingRole } from '../rating-desk/rating-role.ts';
import {
  addCalibratedRole,
  levelsOf,
  RESPONSES,
  storeAgreements,
  type CalibratedRole,
} from './a-calibrated-role.ts';

const APPLICANTS = 14;
const CRITERIA = ['empathy', 'communication', 'adaptability'];
const uses = calibrationUses(RESPONSES);
/** Seeds of the lower half, so that the highest level is far from every one of them. */
const SEEDS = RESPONSES.filter(({ id, levels }) => {
  const sum = Object.values(levels).reduce((all, { level }) => all + level, 0);
  return uses.get(id) === 'seed' && sum <= 3 * Object.keys(levels).length;
});

let test: TestApp;
let role: CalibratedRole;
let asRatingRole: RatingRole;
let steady: Staff;

beforeAll(async () => {
  test = await startTestApp();
  role = await addCalibratedRole(test);
  steady = await signInAs(test, role.requisition.organisationId, ['rater'], 'Stella Steady');
  const { organisationId } = role.requisition;
  asRatingRole = { organisationId, requisition: role.requisition } as RatingRole;
  await storeAgreements(
    test,
    role,
    SEEDS.map(({ id }) => id),
  );
  const text = written('You waited long.', 'I write by noon.');
  for (let index = 0; index < APPLICANTS; index += 1) {
    await addFinished(test, asRatingRole, { w01: text, w02: text, w03: text });
  }
  const free = { state: 'rating', slots: [FREE_SLOT, FREE_SLOT] };
  await test.connection
    .collection('ratingTasks')
    .updateMany({ requisitionId: role.requisition.id }, { $set: free });
}, 120_000);
afterAll(() => test.close());

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();
const read = async (staff: Staff, path: string) =>
  squeeze(load((await staff.get(path).expect(200)).text)('main').text());

async function take(rater: Staff, itemId: string): Promise<RatingBatch> {
  const answer = await rater.post('/rating/work', { requisitionId: role.requisition.id, itemId });
  const { organisationId, personId } = rater.actor;
  const id = answer.headers['location']?.split('/').at(-1);
  const all = await test.deps.stores.ratingBatches.listOfRater(organisationId, personId);
  const batch = all.find((one) => one.id === id);
  if (batch === undefined) throw new Error(`nothing was taken: ${answer.headers['location']}`);
  return batch;
}

/** Gives every response of a batch one level and its seeds these levels, and hands it in a minute later. */
async function finish(rater: Staff, batch: RatingBatch, level: LevelNumber, fieldsOf: typeof levelsOf) {
  const { organisationId, personId: raterId } = rater.actor;
  const levels = Object.fromEntries(CRITERIA.map((criterion) => [criterion, level]));
  for (const task of await test.deps.stores.ratingTasks.findMany(organisationId, batch.taskIds)) {
    const slotIndex = task.slots.findIndex((slot) => slot.raterId === raterId);
    const draft = { levels, unratable: null, spans: [], reason: null };
    await test.deps.stores.ratingTasks.saveDraft({ task, slotIndex, raterId }, draft, null);
  }
  const at = `/rating/batches/${batch.id}`;
  for (const { id, responseId } of batch.seeds) {
    expect((await rater.post(`${at}/tasks/${id}`, fieldsOf(responseId))).status).toBe(303);
  }
  test.advance(60_000);
  expect((await rater.post(`${at}/hand-in`)).headers['location']).toBe(at);
  await test.deps.relay.soon();
}

const allLevels = (level: number) =>
  Object.fromEntries(CRITERIA.map((criterion) => [`level-${criterion}`, String(level)]));
const certificationOf = ({ actor }: Staff) => {
  const { organisationId, personId: raterId } = actor;
  return test.deps.stores.raterCertifications.get({ organisationId, raterId, anchorHash: role.anchorHash });
};

describe('seeds', () => {
  let batch: RatingBatch;

  it('are one response in fifteen, and look like every other response of the batch', async () => {
    batch = await take(role.rater, 'w01');
    expect(batch.taskIds).toHaveLength(APPLICANTS);
    expect(batch.seeds).toHaveLength(1);
    expect(await read(role.rater, '/rating')).toContain('15 responses, 0 rated');
    const [seed] = batch.seeds;
    const links = load((await role.rater.get(`/rating/batches/${batch.id}`)).text)('table a');
    expect(links).toHaveLength(15);
    const shape = async (id: string | undefined) => {
      const { text } = await role.rater.get(`/rating/batches/${batch.id}/tasks/${id}`).expect(200);
      expect(text).not.toContain(seed?.responseId);
      const page = load(text);
      page('.verbatim, nav, .progress').remove();
      return page('form').last().find('input, textarea, select, button').length;
    };
    expect(await shape(seed?.id)).toBe(await shape(batch.taskIds[0]));
  });

  it('carry no level to the desk, and a report or a wrong form about one tells nobody and loses nothing', async () => {
    const [seed] = batch.seeds;
    expect(Object.keys(seed ?? {}).sort()).toEqual(['a', 'b', 'draft', 'id', 'place', 'responseId']);
    const path = `/rating/batches/${batch.id}/tasks/${seed?.id}`;
    expect((await role.rater.post(path, { ...allLevels(2), go: 'risk' })).status).toBe(303);
    const { organisationId } = role.requisition;
    expect(await test.deps.stores.responseReports.listOpen(organisationId, 'at-risk', 10)).toEqual([]);
    expect((await role.rater.post(`/rating/batches/${batch.id}/hand-in`)).status).toBe(422);
  });

  it('are recorded against the agreed levels and counted in no task and no rating', async () => {
    const tasks = (await tasksOf(test, asRatingRole)).length;
    const [seed] = batch.seeds;
    await finish(role.rater, batch, 3, levelsOf);
    expect((await certificationOf(role.rater)).seedResults).toMatchObject([
      { responseId: seed?.responseId, error: 0 },
    ]);
    expect(await tasksOf(test, asRatingRole)).toHaveLength(tasks);
    await test.deps.relay.soon();
    expect((await certificationOf(role.rater)).seedResults).toHaveLength(1);
  });
});

describe('a rater who drifts', () => {
  let withdrawn: ApplicantId | undefined;

  it('is paused when the chart signals, and told so; what is in hand can be finished', async () => {
    await finish(steady, await take(steady, 'w02'), 2, levelsOf);
    const inHand = [await take(role.rater, 'w02'), await take(role.rater, 'w03')];
    for (const batch of inHand) await finish(role.rater, batch, 5, () => allLevels(5));
    expect((await certificationOf(role.rater)).pauses).toMatchObject([{ cause: 'drift', lifted: null }]);
    const refused = await role.rater.post('/rating/work', {
      requisitionId: role.requisition.id,
      itemId: 'w01',
    });
    expect(refused.headers['location']).toBe('/rating');
    expect(await read(role.lead, `${role.at}/rating/raters`)).toContain('1 rater is paused');
    expect(await read(role.lead, '/')).toContain('levels have moved');
  }, 60_000);

  it('met no seed twice', async () => {
    const met = (await certificationOf(role.rater)).seeded.flatMap(({ responseIds }) => responseIds);
    expect(met).toHaveLength(3);
    expect(new Set(met).size).toBe(3);
  });

  it('has the ratings since the last good seed voided, and their responses offered anew', async () => {
    // Nobody rates again what somebody wrote who no longer takes part.
    withdrawn = (await tasksOf(test, asRatingRole))[0]?.applicantId;
    const settled = { $set: { state: 'resolved' } };
    await test.connection.collection('ratingTasks').updateMany({ applicantId: withdrawn }, settled);
    await test.connection
      .collection('applicants')
      .updateOne({ _id: withdrawn as never }, { $set: { stage: 'withdrawn' } });
    const path = `${role.at}/rating/raters/${role.rater.actor.personId}`;
    expect(await read(role.lead, path)).toContain('26 ratings of this role came after it.');
    expect((await role.lead.post(`${path}/re-rate`)).status).toBe(303);
    await test.deps.relay.soon();
    const tasks = await tasksOf(test, asRatingRole);
    const doubted = tasks.filter(({ slots }) => slots.some(({ voided }) => voided !== null));
    expect(doubted.map(({ itemId }) => itemId).sort()).toEqual(
      [...Array<string>(13).fill('w02'), ...Array<string>(13).fill('w03')].sort(),
    );
    for (const task of doubted) {
      expect(task).toMatchObject({ state: 'rating', resolution: null });
      expect(
        task.slots.filter(({ state, voided }) => state === 'free' && voided === null).length,
      ).toBeGreaterThan(0);
    }
    const { organisationId, id } = role.requisition;
    const [one] = doubted;
    if (one === undefined) throw new Error('nothing was voided');
    expect(await test.deps.stores.ratingVoids.listOfTask(organisationId, id, one.id)).toMatchObject([
      { raterId: role.rater.actor.personId, by: role.lead.actor.personId, reason: 'drift' },
    ]);
    expect(await test.deps.stores.ratings.listOfTask(organisationId, id, one.id)).not.toEqual([]);
    expect((await role.lead.post(`${path}/re-rate`)).status).toBe(303);
    expect(await tasksOf(test, asRatingRole)).toEqual(tasks);
  });

  it('never counts again in what was voided: the next rater’s level stands beside the steady one’s', async () => {
    const third = await signInAs(test, role.requisition.organisationId, ['rater'], 'Theo Third');
    await finish(third, await take(third, 'w02'), 3, levelsOf);
    const tasks = (await tasksOf(test, asRatingRole)).filter(
      ({ applicantId, itemId }) => applicantId !== withdrawn && String(itemId) === 'w02',
    );
    const [empathy] = CRITERIA as [CriterionId];
    for (const { resolution, state } of tasks) {
      expect(state).toBe('resolved');
      expect(resolution?.kind === 'rated' ? resolution.criteria[empathy] : null).toEqual({
        kind: 'mean',
        level: 2.5,
      });
    }
  });

  it('goes on when a person says why, and not without a reason', async () => {
    const path = `${role.at}/rating/raters/${role.rater.actor.personId}`;
    expect((await role.lead.post(`${path}/resume`, { because: ' ' })).status).toBe(422);
    await role.lead.post(`${path}/resume`, { because: 'We read the anchors together.' });
    expect(await read(role.lead, path)).toContain('We read the anchors together.');
    expect((await certificationOf(role.rater)).pauses[0]?.lifted?.by).toBe(role.lead.actor.personId);
    expect(await read(role.lead, path)).toContain('No seeds rated yet.');
  });
});
