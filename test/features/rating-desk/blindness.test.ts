import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { ratePage } from '../../../src/features/rating-desk/rate-page.ts';
import { emptyForm } from '../../../src/http/form-state.ts';
import { aCriterion } from '../../core/rubric/a-rubric.ts';
import { addOrganisation, signInAs, type Staff } from '../../support/actors.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { addFinished, addRatingRole, tasksOf, type Finished, type RatingRole } from './rating-role.ts';

let test: TestApp;
let role: RatingRole;
let finished: Finished;
let rater: Staff;
let seat: string;

beforeAll(async () => {
  test = await startTestApp();
  role = await addRatingRole(test, 2);
  finished = await addFinished(test, role);
  await role.lead.post(`/requisitions/${role.requisition.id}/rating/allocation`, {
    rater: role.raters.map(({ actor }) => actor.personId),
  });
  [rater] = role.raters as [Staff];
  const [batch] = await test.deps.stores.ratingBatches.listOfRater(role.organisationId, rater.actor.personId);
  seat = `/rating/batches/${batch?.id}/tasks/${batch?.taskIds[0]}`;
});
afterAll(() => test.close());

describe('a rater’s page', () => {
  it('has exactly these fields, none of which can hold anything about the person', () => {
    const { vm } = ratePage({
      batchId: 'b',
      taskId: 't',
      title: 'A title',
      simulated: true,
      number: 1,
      of: 2,
      ready: 0,
      saved: false,
      draft: '0',
      elsewhere: null,
      breakDue: false,
      response: {
        title: 'A title',
        situation: 's',
        askA: 'a?',
        update: 'u',
        askB: 'b?',
        a: 'a',
        b: 'b',
        words: 2,
      },
      criteria: [aCriterion('empathy', 100)],
      form: emptyForm,
    });
    expect(Object.keys(vm).sort()).toEqual(
      [
        'action',
        'breadcrumb',
        'criteria',
        'dialogs',
        'draft',
        'elsewhere',
        'form',
        'heading',
        'keys',
        'next',
        'place',
        'previous',
        'progress',
        'reason',
        'response',
        'rest',
        'saved',
        'summary',
        'unratable',
        'words',
      ].sort(),
    );
    expect(Object.keys(vm.response).sort()).toEqual(
      ['a', 'askA', 'askB', 'b', 'situation', 'title', 'update', 'words'].sort(),
    );
  });

  it.each(['/rating', 'the batch', 'the response'])(
    'never tells who wrote a response or how else they did: %s',
    async (at) => {
      const path = at === 'the batch' ? (seat.split('/tasks/')[0] ?? '') : at === 'the response' ? seat : at;
      const { text } = await rater.get(path).expect(200);
      const { applicant, attempt } = finished;
      for (const canary of [
        'Canary',
        'canary',
        applicant.id,
        applicant.label,
        attempt.id,
        '2026-03-01',
        '09:00',
      ]) {
        expect(text).not.toContain(canary);
      }
      const [other] = role.raters.slice(1);
      expect(text).not.toContain(other?.actor.name);
    },
  );

  it('shows the situation, both steps and the anchors of every criterion', async () => {
    const page = load((await rater.get(seat)).text);
    expect(page('[data-response]').length).toBe(2);
    expect(page('fieldset input[type=radio]').length).toBe(10);
    expect(page('[data-keys]').length).toBe(1);
  });
});

describe('responses', () => {
  it('exist for nobody but the rater who has the seat', async () => {
    const [, other] = role.raters as [Staff, Staff];
    const foreign = await signInAs(test, await addOrganisation(test), ['rater']);
    const batch = seat.split('/tasks/')[0] ?? '';
    for (const somebody of [other, foreign]) {
      await somebody.get(seat).expect(404);
      await somebody.get(batch).expect(404);
      expect((await somebody.post(seat, { 'level-empathy': '1' })).status).toBe(404);
      expect((await somebody.post(seat, { go: 'conflict' })).status).toBe(404);
      expect((await somebody.post(`${batch}/hand-in`)).status).toBe(404);
    }
  });

  it('exist no more for a rater who has become a member of the role', async () => {
    const now = await test.deps.stores.requisitions.find(role.organisationId, role.requisition.id);
    if (now === null) throw new Error('no requisition');
    const members = [...now.members, rater.actor.personId];
    await test.connection.collection('requisitions').updateOne({ _id: now.id }, { $set: { members } });
    await rater.get(seat).expect(404);
    expect((await rater.get('/rating')).text).toContain('Nothing waits for you');
    await test.connection
      .collection('requisitions')
      .updateOne({ _id: now.id }, { $set: { members: [...now.members] } });
    await rater.get(seat).expect(200);
  });

  it('of another role cannot be settled through this one', async () => {
    const other = await addRatingRole(test, 0);
    const [task] = await tasksOf(test, role);
    await other.lead.get(`/requisitions/${other.requisition.id}/rating/decisions/${task?.id}`).expect(404);
    await other.lead.get(`/requisitions/${role.requisition.id}/rating`).expect(404);
  });

  it('that were erased meanwhile are gone for their rater too', async () => {
    await test.connection.collection('attempts').deleteOne({ _id: finished.attempt.id as never });
    const answer = await rater.get(seat).expect(410);
    expect(answer.text).toContain('This response was withdrawn');
    expect(answer.text).not.toContain('deleted');
    expect(answer.text).not.toContain('<textarea');
    // As after a withdrawal, which takes away what is not settled; the rest of the batch goes on.
    const { organisationId, requisition } = role;
    const about = { organisationId, requisitionId: requisition.id, applicantId: finished.applicant.id };
    await test.deps.stores.ratingTasks.removeUnsettledOf(about);
    const late = await rater.post(seat, { 'level-empathy': '3', reason: 'Still typing.' });
    expect([late.status, late.text.includes('no longer takes part')]).toEqual([410, true]);
    expect((await rater.post(seat, { go: 'conflict' })).status).toBe(410);
    await rater.get(seat.split('/tasks/')[0] ?? '').expect(200);
  });
});
