import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import type { CriterionId, ItemId, RatingBatchId, RatingTaskId } from '../../../src/core/kernel/ids.ts';
import type { RatingBatch } from '../../../src/core/rating/rating-batch.ts';
import type { LevelNumber } from '../../../src/core/rubric/rubric.ts';
import { notFound } from '../../../src/http/reply.ts';
import { newId } from '../../../src/ops/secrets.ts';
import { aRatingTask, handedIn } from '../../core/rating/a-rating-task.ts';
import type { Staff } from '../../support/actors.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { BREADCRUMB, CELLS, fieldsOf, FRAME, HEADER, TABLE, under } from '../rating-desk/page-fields.ts';
import { addFinished, addRatingRole, type Finished, type RatingRole } from '../rating-desk/rating-role.ts';

let test: TestApp;
let role: RatingRole;
let finished: Finished;
let one: Staff;
let two: Staff;

beforeAll(async () => {
  test = await startTestApp();
  role = await addRatingRole(test, 2);
  finished = await addFinished(test, role);
  [one, two] = role.raters as [Staff, Staff];
});
afterAll(() => test.close());

const judgement = (level: number) => ({
  levels: {
    ['empathy' as CriterionId]: level as LevelNumber,
    ['communication' as CriterionId]: level as LevelNumber,
  },
  unratable: null,
  spans: [],
  reason: 'CANARY REASON',
});

function settled(from: number, count: number) {
  const { organisationId, requisition, raters } = role;
  return Array.from({ length: count }, (_, index) =>
    aRatingTask({
      id: newId<RatingTaskId>(),
      organisationId,
      requisitionId: requisition.id,
      applicantId: finished.applicant.id,
      attemptId: finished.attempt.id,
      itemId: `x${from + index}` as ItemId,
      criteria: ['empathy', 'communication'] as CriterionId[],
      state: 'resolved',
      slots: raters.map(({ actor }, place) =>
        handedIn(judgement(1 + (index % 3) + 2 * place), actor.personId),
      ),
    }),
  );
}

describe('the quality of ratings', () => {
  it('says how many double ratings are missing before it says anything else', async () => {
    await one.get('/rating/quality').expect(200);
    await test.deps.stores.ratingTasks.insertMany(settled(0, 12));
    const page = load((await one.get('/rating/quality').expect(200)).text)('main').text();
    expect(page).toContain('Not enough yet (12 of 30 double ratings).');
    expect(page).not.toContain('Severity');
  });

  it('shows the lead every rater in words and figures with n and interval', async () => {
    await test.deps.stores.ratingTasks.insertMany(settled(12, 24));
    const path = `/requisitions/${role.requisition.id}/rating/quality`;
    const page = load((await role.lead.get(path).expect(200)).text);
    expect(page('main h2').text()).toContain(one.actor.name);
    expect(page('main h2').text()).toContain(two.actor.name);
    const text = page('main').text().replace(/\s+/g, ' ');
    expect(text).toContain('half a level or more below');
    expect(text).toContain('half a level or more above');
    expect(text).toContain('This is a reason to talk, not a verdict.');
    expect(text).toMatch(/The middle level 33 % of levels; others 33 %/);
    expect(text).not.toContain('six of ten');
    expect(page('table').first().text()).toMatch(/36/);
    expect(page('table').first().text()).toMatch(/-?\d\.\d\d to -?\d\.\d\d/);
    await one.get(path).expect(404);
  });

  it('shows a rater nothing of anybody but their own figures', async () => {
    const { text } = await one.get('/rating/quality').expect(200);
    expect(text).toContain('half a level or more below');
    for (const canary of [
      two.actor.name,
      two.actor.personId,
      finished.applicant.label,
      finished.applicant.id,
      finished.attempt.id,
      'CANARY',
      'canary',
    ]) {
      expect(text).not.toContain(canary);
    }
    const route = test.routes.find(({ method, path }) => method === 'get' && path === '/rating/quality');
    const cells = ['kind', 'sub', 'text'];
    expect(fieldsOf((await route?.handle({ actor: one.actor } as never)) ?? notFound)).toEqual(
      [
        ...FRAME,
        'vm.nothing',
        ...BREADCRUMB('vm.breadcrumb'),
        ...HEADER('vm.header'),
        ...under('vm.header.buttons[]', ['href', 'kind', 'label', 'look']),
        ...under('vm.sections[]', ['heading', 'id', 'says[]']),
        'vm.sections[].figures.items[].term',
        ...under('vm.sections[].figures.items[].cell', cells),
        ...TABLE('vm.sections[].agreement'),
        ...CELLS('vm.sections[].agreement', cells),
      ].sort(),
    );
  });

  it('says so where responses are rated faster than anybody reads, to that rater and the lead', async () => {
    const { organisationId, requisition } = role;
    const ids = { id: newId<RatingBatchId>(), organisationId, requisitionId: requisition.id };
    const batch: RatingBatch = {
      ...{ ...ids, raterId: one.actor.personId, itemId: 'p1' as ItemId, criteriaOrder: [], taskIds: [] },
      ...{ seeds: [], state: 'open', createdAt: test.deps.clock(), dueAt: null, handedInAt: null },
      ...{ handedBack: null, rev: 0 },
    };
    await test.deps.stores.ratingBatches.insert(batch, []);
    for (let second = 0; second <= 300; second += 10) {
      const at = new Date(test.deps.clock().getTime() + second * 1000);
      await test.deps.stores.ratingBatches.noteSave(batch, { taskId: newId(), at, words: 100 });
    }
    const said = 'in less time than it takes to read them';
    expect((await one.get('/rating/quality')).text).toContain(said);
    expect((await two.get('/rating/quality')).text).not.toContain(said);
    const { text } = await role.lead.get(`/requisitions/${requisition.id}/rating/quality`);
    expect(text.split(said)).toHaveLength(2);
  });
});
