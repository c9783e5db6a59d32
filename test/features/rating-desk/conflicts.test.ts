import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { signInAs, type Staff } from '../../support/actors.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { approve, beginDraft, editDraft, publish, reword } from '../rubric-editor/edit-rubric.ts';
import { addFinished, addRatingRole, tasksOf, type Finished, type RatingRole } from './rating-role.ts';
import { allocate, deskOf, seatsOf, takeFree } from './working-raters.ts';

let test: TestApp;
let role: RatingRole;
let finished: Finished;
let knowing: Staff;

beforeAll(async () => {
  test = await startTestApp();
  role = await addRatingRole(test, 3);
  finished = await addFinished(test, role);
  [knowing] = role.raters as [Staff];
});
afterAll(() => test.close());

const declare = (fields: object) => role.lead.post(`${deskOf(role)}/conflicts`, fields);
const ofKnown = async () =>
  (await tasksOf(test, role)).filter(({ applicantId }) => applicantId === finished.applicant.id);
const expectExcluded = async () => {
  const tasks = await ofKnown();
  expect(tasks.length).toBeGreaterThan(0);
  for (const { notRaterIds, slots } of tasks) {
    expect(notRaterIds).toContain(knowing.actor.personId);
    expect(slots.map(({ raterId }) => raterId)).not.toContain(knowing.actor.personId);
  }
};

it('a label that nobody has and a person who does not rate are refused, and what was typed stays', async () => {
  const noLabel = await declare({ rater: knowing.actor.personId, label: 'ZZZZZ' });
  expect(noLabel.status).toBe(422);
  const page = load(noLabel.text);
  expect(page('input[name=label]').val()).toBe('ZZZZZ');
  expect(page('select[name=rater] option[selected]').val()).toBe(knowing.actor.personId);
  const { label } = finished.applicant;
  expect((await declare({ rater: role.lead.actor.personId, label })).status).toBe(422);
  expect((await declare({ rater: '', label })).status).toBe(422);
  expect(await test.connection.collection('conflicts').countDocuments({})).toBe(0);
});

it('a conflict that the lead declares holds when responses are given out', async () => {
  const label = finished.applicant.label.toLowerCase();
  expect((await declare({ rater: knowing.actor.personId, label })).status).toBe(303);
  const { text } = await role.lead.get(`${deskOf(role)}/conflicts`).expect(200);
  expect(load(text)('table').text()).toContain(finished.applicant.label);
  await allocate(role);
  await expectExcluded();
  expect((await declare({ rater: knowing.actor.personId, label })).status).toBe(303);
  expect(await test.connection.collection('conflicts').countDocuments({})).toBe(1);
});

it('holds for tasks under other anchors that are made later', async () => {
  const before = (await ofKnown()).map(({ id }) => id);
  await beginDraft(role.lead, role);
  await editDraft(role.lead, role, reword('Says in their own words what was lost, and why.'));
  const owner = await signInAs(test, role.organisationId, ['owner']);
  await publish(test, role.lead, role, 'everybody');
  await approve(test, owner, role);
  const later = (await ofKnown()).filter(({ id }) => !before.includes(id));
  expect(later.map(({ state }) => state)).toEqual(['unallocated', 'unallocated']);
  await expectExcluded();
});

it('holds where a task was made in the moment in which it was declared', async () => {
  await test.connection
    .collection('ratingTasks')
    .updateMany({ state: 'unallocated' }, { $set: { notRaterIds: [] } });
  await allocate(role);
  await expectExcluded();
  expect(await seatsOf(knowing)).toEqual([]);
  expect(await takeFree(knowing)).toBe(0);
});

it('takes away what a rater holds, also where only its event was kept', async () => {
  const [, other] = role.raters as [Staff, Staff];
  expect((await seatsOf(other)).length).toBeGreaterThan(0);
  const { organisationId, requisition } = role;
  const about = {
    ...{ organisationId, requisitionId: requisition.id, applicantId: finished.applicant.id },
    raterId: other.actor.personId,
  };
  const event = {
    ...{ id: 'event-1' as never, type: 'rating-conflict-declared', at: test.deps.clock(), organisationId },
    actor: { kind: 'person', personId: other.actor.personId } as const,
    facts: { requisitionId: about.requisitionId, applicantId: about.applicantId, raterId: about.raterId },
  };
  const declared = { ...about, declaredBy: other.actor.personId, declaredAt: test.deps.clock() };
  await test.deps.stores.ratingConflicts.declare(declared, [event]);
  await test.deps.relay.soon();
  expect(await seatsOf(other)).toEqual([]);
});

it('is forgotten with the applicant', async () => {
  const target = await test.deps.stores.erasure.findTarget(finished.applicant.id);
  if (target === null) throw new Error('nobody to erase');
  await test.deps.stores.erasure.deleteTraces(target);
  expect(await test.connection.collection('conflicts').countDocuments({})).toBe(0);
});
