import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { staffEvent, systemEvent } from '../../../src/ops/new-event.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { written } from '../../core/scoring/a-form.ts';
import {
  addFinished,
  addRatingRole,
  RESPONSES,
  standingOf,
  tasksOf,
  type RatingRole,
} from '../rating-desk/rating-role.ts';

let test: TestApp;
let role: RatingRole;

beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

async function newRole(): Promise<RatingRole> {
  role = await addRatingRole(test, 0);
  return role;
}

describe('after an attempt was handed in', () => {
  it('its written responses wait for raters, its Judgment is scored and it has a standing', async () => {
    const finished = await addFinished(test, await newRole());
    const tasks = await tasksOf(test, role);
    expect(tasks.map(({ itemId, state, criteria }) => ({ itemId, state, criteria }))).toEqual(
      expect.arrayContaining(
        ['p1', 'p2'].map((itemId) => ({
          itemId,
          state: 'unallocated',
          criteria: ['empathy', 'communication'],
        })),
      ),
    );
    expect(tasks).toHaveLength(2);
    const standing = await standingOf(test, role, finished);
    expect(standing).toMatchObject({
      label: finished.applicant.label,
      evidence: { kind: 'waiting-for-rating', rated: 0, wanted: 2 },
      judgment: { answered: 2, asked: 2, keyStatus: 'author' },
      written: { value: null, reason: 'waiting' },
    });
    expect(standing?.judgment.score.value).toBeGreaterThan(95);
  });

  it('an empty response gets no task', async () => {
    await addFinished(test, await newRole(), { ...RESPONSES, p2: written(' ', '\n') });
    expect((await tasksOf(test, role)).map(({ itemId }) => itemId)).toEqual(['p1']);
  });

  it('running the follow-ups again makes nothing twice', async () => {
    const finished = await addFinished(test, await newRole());
    const before = await standingOf(test, role, finished);
    const { organisationId, requisition } = role;
    const again = systemEvent({
      type: 'attempt-finished',
      at: test.deps.clock(),
      organisationId,
      facts: { requisitionId: requisition.id, applicantId: finished.applicant.id },
    });
    const requisitionNow = await test.deps.stores.requisitions.find(organisationId, requisition.id);
    if (requisitionNow === null) throw new Error('no requisition');
    await test.deps.stores.requisitions.change(requisitionNow, {}, [again]);
    await test.deps.relay.soon();
    expect(await tasksOf(test, role)).toHaveLength(2);
    const after = await standingOf(test, role, finished);
    if (before === null || after === null) throw new Error('there is no standing');
    const { requisition: rev } = before.sources;
    expect(after).toEqual({ ...before, sources: { ...before.sources, requisition: rev + 1 } });
    const scores = await test.connection
      .collection('scores')
      .countDocuments({ attemptId: finished.attempt.id });
    expect(scores).toBe(1);
  });
});

describe('after time ran out', () => {
  it('responses wait 24 hours before they can be rated', async () => {
    const now = new Date('2026-04-10T12:00:00Z');
    test.setClock(now);
    await addFinished(test, await newRole(), RESPONSES, { state: 'expired', finishedAt: now });
    expect(await tasksOf(test, role)).toEqual([]);
    test.setClock(new Date('2026-04-11T11:59:00Z'));
    await test.runJobs();
    expect(await tasksOf(test, role)).toEqual([]);
    test.setClock(new Date('2026-04-11T12:00:00Z'));
    await test.runJobs();
    expect(await tasksOf(test, role)).toHaveLength(2);
    expect(await test.connection.collection('ratingStarts').countDocuments({})).toBe(0);
  });

  it('an attempt that was opened again meanwhile is not rated', async () => {
    const now = new Date('2026-04-20T12:00:00Z');
    test.setClock(now);
    const { attempt } = await addFinished(test, await newRole(), RESPONSES, {
      state: 'expired',
      finishedAt: now,
    });
    await test.connection
      .collection('attempts')
      .updateOne({ _id: attempt.id }, { $set: { state: 'open', finishedAt: null } });
    test.setClock(new Date('2026-04-21T12:00:00Z'));
    await test.runJobs();
    expect(await tasksOf(test, role)).toEqual([]);
  });
});

describe('an invited applicant', () => {
  it('has a standing that says so', async () => {
    const { organisationId, requisition, lead } = await newRole();
    const finished = await addFinished(test, role);
    await test.connection.collection('attempts').deleteMany({ requisitionId: requisition.id });
    await test.connection.collection('standings').deleteMany({ requisitionId: requisition.id });
    const invited = staffEvent(lead.actor.personId, {
      type: 'applicant-invited',
      at: test.deps.clock(),
      organisationId,
      facts: { requisitionId: requisition.id, applicantId: finished.applicant.id },
    });
    const now = await test.deps.stores.requisitions.find(organisationId, requisition.id);
    if (now === null) throw new Error('no requisition');
    await test.deps.stores.requisitions.change(now, {}, [invited]);
    await test.deps.relay.soon();
    expect(await standingOf(test, role, finished)).toMatchObject({
      evidence: { kind: 'invited' },
      written: { value: null, reason: 'not-started' },
    });
  });
});
