import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { raterHandlers } from '../../../src/features/rating-desk/rater-handlers.ts';
import { seatHandlers } from '../../../src/features/rating-desk/seat-handlers.ts';
import type { Staff } from '../../support/actors.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { written } from '../../core/scoring/a-form.ts';
import {
  BREADCRUMB,
  CELLS,
  fieldsOf,
  FRAME,
  HEADER,
  KEYS,
  LEVEL_CARDS,
  LINK,
  NOTICE,
  RATE_PAGE,
  RESPONSE,
  SUBMIT,
  TABLE,
  TEXTAREA,
  under,
} from './page-fields.ts';
import { fillWithCanaries } from './canaries.ts';
import { addFinished, addRatingRole, RESPONSES, type Finished, type RatingRole } from './rating-role.ts';
import { addTrainingSet } from './training-set.ts';
import { deskOf, levels, rateAll, seatsOf } from './working-raters.ts';

/** Stands in every field of the applicant and the attempt but the response that is read. */
const CANARY = 'zzcanary';
const OPINION = 'zzopinion';
let test: TestApp;
let role: RatingRole;
let finished: Finished;
let rater: Staff;
let seat: string;
let practice: string;

beforeAll(async () => {
  test = await startTestApp();
  role = await addRatingRole(test, 2);
  finished = await addFinished(test, role, { ...RESPONSES, p2: written(`${CANARY} other`, 'part') });
  await fillWithCanaries(test, role, finished, CANARY);
  const raters = role.raters.map(({ actor }) => actor.personId);
  await role.lead.post(`${deskOf(role)}/allocation`, { rater: raters });
  [rater] = role.raters as [Staff];
  const batches = await test.deps.stores.ratingBatches.listOfRater(role.organisationId, rater.actor.personId);
  const batch = batches.find(({ itemId }) => String(itemId) === 'p1');
  await addTrainingSet(test, role, finished, { person: CANARY, opinion: OPINION });
  const learnt = await test.deps.stores.realResponses.list(
    role.organisationId,
    role.requisition.assessmentId,
  );
  practice = learnt.find(({ use }) => use === 'training')?.id ?? '';
  seat = `/rating/batches/${batch?.id}/tasks/${batch?.taskIds[0]}`;
}, 60_000);
afterAll(() => test.close());

describe('a rater is given exactly these fields', () => {
  const actor = () => rater.actor;
  const params = () => {
    const [, , , batchId = '', , taskId = ''] = seat.split('/');
    return { batchId, taskId };
  };

  it('on the list of work', async () => {
    const reply = await raterHandlers(test.deps).showDesk({ actor: actor() });
    const batches = ['href', 'label', 'max', 'role', 'text', 'title', 'value'];
    expect(fieldsOf(reply)).toEqual(
      [...FRAME, ...batches.map((name) => `vm.batches[].${name}`), 'vm.handedIn', 'vm.nothing'].sort(),
    );
  });

  it('on a batch', async () => {
    const reply = await raterHandlers(test.deps).showBatch({ actor: actor(), params: params() });
    const cells = ['chips[].label', 'chips[].look', 'href', 'kind', 'sub', 'text'];
    expect(fieldsOf(reply)).toEqual(
      [
        ...FRAME,
        ...['action', 'done', 'heading', 'hint', 'problem', 'sub', 'summary'].map((name) => `vm.${name}`),
        ...BREADCRUMB('vm.breadcrumb'),
        'vm.handBack.action',
        'vm.handBack.open',
        ...TEXTAREA('vm.handBack.because'),
        ...SUBMIT('vm.handIn'),
        ...TABLE('vm.table'),
        ...CELLS('vm.table', cells),
      ].sort(),
    );
  });

  it('on a response', async () => {
    const reply = await seatHandlers(test.deps).showSeat({ actor: actor(), params: params() });
    expect(fieldsOf(reply)).toEqual([...RATE_PAGE, ...under('vm', ['elsewhere', 'rest', 'summary'])].sort());
  });
});

/** What a route of the product answers this rater with. */
async function pageAt(path: string, given: Readonly<Record<string, string>> = {}) {
  const route = test.routes.find((one) => one.method === 'get' && one.path === path);
  if (route === undefined) throw new Error(`there is no page ${path}`);
  return route.handle({ actor: rater.actor, params: given, query: {} } as never);
}

describe('a rater in training is given exactly these fields', () => {
  const anchorHash = () => role.rubricVersion.anchorHash;
  const LEVELS_PAGE = [
    ...FRAME,
    ...under('vm', ['action', 'because', 'submit', 'summary', 'words']),
    ...BREADCRUMB('vm.breadcrumb'),
    ...HEADER('vm.header'),
    ...NOTICE('vm.about'),
    ...LEVEL_CARDS('vm.cards[]'),
    ...KEYS('vm.keys'),
    ...RESPONSE('vm.response'),
  ].sort();

  it('on the list of what to train for', async () => {
    const cells = ['chips[].label', 'chips[].look', 'href', 'kind', 'sub', 'text'];
    expect(fieldsOf(await pageAt('/rating/training'))).toEqual(
      [
        ...FRAME,
        ...BREADCRUMB('vm.breadcrumb'),
        ...HEADER('vm.header'),
        'vm.nothing',
        ...TABLE('vm.table'),
        ...CELLS('vm.table', cells),
      ].sort(),
    );
  });

  it('on the page of one set of anchors', async () => {
    const cells = ['chips[].label', 'chips[].look', 'href', 'kind', 'sub', 'text'];
    const reply = await pageAt('/rating/training/:anchorHash', { anchorHash: anchorHash() });
    expect(fieldsOf(reply)).toEqual(
      [
        ...FRAME,
        ...BREADCRUMB('vm.breadcrumb'),
        ...HEADER('vm.header'),
        ...under('vm.certification', ['begin', 'goOn', 'handIn']),
        ...NOTICE('vm.certification.notice'),
        ...under('vm.practice', ['said', 'status']),
        ...LINK('vm.practice.next'),
        ...TABLE('vm.practice.table'),
        ...CELLS('vm.practice.table', cells),
      ].sort(),
    );
  });

  it('on a response to practise with, and on what comes after it', async () => {
    const given = { anchorHash: anchorHash(), responseId: practice };
    const path = '/rating/training/:anchorHash/practice/:responseId';
    expect(fieldsOf(await pageAt(path, given))).toEqual(LEVELS_PAGE);
    await rater.post(`/rating/training/${anchorHash()}/practice/${practice}`, levels(4, 3));
    const compared = ['anchor', 'because', 'cites', 'criterion', 'key', 'own', 'verdict'];
    expect(fieldsOf(await pageAt(path, given))).toEqual(
      [
        ...FRAME,
        ...under('vm', ['again', 'said', 'whose', 'words']),
        ...NOTICE('vm.about'),
        ...BREADCRUMB('vm.breadcrumb'),
        ...HEADER('vm.header'),
        ...LINK('vm.next'),
        ...RESPONSE('vm.response'),
        ...under('vm.compared[]', compared),
      ].sort(),
    );
  });

  it('on a response of the certification set', async () => {
    await rater.post(`/rating/training/${anchorHash()}/certification`);
    const path = '/rating/training/:anchorHash/certification/responses/:number';
    expect(fieldsOf(await pageAt(path, { anchorHash: anchorHash(), number: '1' }))).toEqual(LEVELS_PAGE);
  });
});

describe('nothing else that is known of an applicant', () => {
  const body = ({ text, headers }: { text: string; headers: unknown }) => `${text}${JSON.stringify(headers)}`;
  const own = () => [CANARY, finished.applicant.id, finished.applicant.label, finished.attempt.id];

  it('reaches a rater by a page or a header, before and after handing in', async () => {
    const batch = seat.split('/tasks/')[0] ?? '';
    const training = `/rating/training/${role.rubricVersion.anchorHash}`;
    const set = [training, `${training}/practice/${practice}`, `${training}/certification/responses/1`];
    const pages = ['/', '/rating', batch, seat, '/rating/quality', '/rating/training', ...set];
    for (const path of pages) {
      const answer = await rater.get(path);
      expect([path, answer.status]).toEqual([path, 200]);
      for (const canary of own()) expect(body(answer)).not.toContain(canary);
      // What experts said of a response is for whoever has given their own levels to it.
      expect(body(answer).includes(OPINION)).toBe(path.includes('/practice/'));
    }
    const others = (await seatsOf(rater)).filter((one) => one !== seat);
    // The words of a response reach its own page, so the canaries could be seen.
    expect(body(await rater.get(others[0] ?? ''))).toContain(CANARY);
    const answers = [
      await rater.post(seat, { ...levels(9, 3) }),
      await rater.post(seat, { ...levels(3, 3), 'quote-empathy': 'not there' }),
      await rater.post(`${batch}/hand-in`),
      await rater.post(seat, { ...levels(3, 3), go: 'risk' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 303]);
    for (const answer of answers) for (const canary of own()) expect(body(answer)).not.toContain(canary);
    await rateAll(test, rater, levels(1, 3));
    for (const path of ['/rating', batch]) {
      const answer = await rater.get(path).expect(200);
      for (const canary of own()) expect(body(answer)).not.toContain(canary);
    }
  });

  it('reaches the lead where responses are settled, but for the response itself', async () => {
    const other = role.raters[1];
    if (other === undefined) throw new Error('no second rater');
    expect(await seatsOf(other)).toHaveLength(2);
    await rateAll(test, other, levels(5, 3));
    const desk = deskOf(role);
    const tasks = await test.deps.stores.ratingTasks.listInState(
      role.organisationId,
      role.requisition.id,
      ['lead'],
      10,
    );
    const task = tasks.find(({ itemId }) => String(itemId) === 'p1');
    for (const path of [
      desk,
      `${desk}/decisions`,
      `${desk}/decisions/${task?.id}`,
      `${desk}/raters`,
      `${desk}/quality`,
    ]) {
      const answer = await role.lead.get(path);
      expect([path, answer.status]).toEqual([path, 200]);
      for (const canary of own()) expect(body(answer)).not.toContain(canary);
    }
  });
});
