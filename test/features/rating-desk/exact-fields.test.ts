import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../src/ops/secrets.ts';
import { raterHandlers } from '../../../src/features/rating-desk/rater-handlers.ts';
import { seatHandlers } from '../../../src/features/rating-desk/seat-handlers.ts';
import type { Reply } from '../../../src/http/reply.ts';
import type { Staff } from '../../support/actors.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { written } from '../../core/scoring/a-form.ts';
import { addFinished, addRatingRole, RESPONSES, type Finished, type RatingRole } from './rating-role.ts';
import { deskOf, levels, rateAll, seatsOf } from './working-raters.ts';

/** Stands in every field of the applicant and the attempt but the response that is read. */
const CANARY = 'zzcanary';
let test: TestApp;
let role: RatingRole;
let finished: Finished;
let rater: Staff;
let seat: string;

beforeAll(async () => {
  test = await startTestApp();
  role = await addRatingRole(test, 2);
  finished = await addFinished(test, role, { ...RESPONSES, p2: written(`${CANARY} other`, 'part') });
  await fillWithCanaries();
  const raters = role.raters.map(({ actor }) => actor.personId);
  await role.lead.post(`${deskOf(role)}/allocation`, { rater: raters });
  [rater] = role.raters as [Staff];
  const batches = await test.deps.stores.ratingBatches.listOfRater(role.organisationId, rater.actor.personId);
  const batch = batches.find(({ itemId }) => String(itemId) === 'p1');
  seat = `/rating/batches/${batch?.id}/tasks/${batch?.taskIds[0]}`;
}, 60_000);
afterAll(() => test.close());

async function fillWithCanaries(): Promise<void> {
  const { applicant, attempt } = finished;
  const at = test.deps.clock();
  const decision = { stage: 'open', reason: CANARY, message: CANARY, by: CANARY, at, id: newId() };
  await test.connection.collection('applicants').updateOne(
    { _id: applicant.id },
    {
      $set: {
        name: CANARY,
        reference: CANARY,
        label: `${CANARY}L`,
        email: `${CANARY}@example.org`,
        decisions: [decision],
      },
    },
  );
  await test.connection.collection('attempts').updateOne(
    { _id: attempt.id },
    {
      $set: {
        receipt: { code: CANARY, at, count: 4, hash: CANARY, items: {} },
        bindings: [CANARY],
        timeChoice: 'plus100',
        noticeVersion: CANARY,
        'responses.p1.hash': CANARY,
      },
    },
  );
  const { organisationId, requisition } = role;
  const about = { organisationId, requisitionId: requisition.id, applicantId: applicant.id };
  for (const collection of ['notes', 'scorecards', 'adjustmentRequests', 'scores', 'quarantinedResponses'])
    await test.connection.collection(collection).insertOne({
      _id: newId<never>(),
      ...about,
      attemptId: attempt.id,
      text: CANARY,
      key: `${CANARY}:${newId()}`,
      attemptNumber: newId(),
    });
}

/** Every path to a value in a page's model; members of a list are one. */
function pathsOf(value: unknown, at = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => pathsOf(one, `${at}[]`));
  if (value === null || typeof value !== 'object' || value instanceof Date) return [at];
  return Object.entries(value).flatMap(([name, one]) => pathsOf(one, at === '' ? name : `${at}.${name}`));
}

function fieldsOf(reply: Reply): string[] {
  if (reply.kind !== 'page') throw new Error(`no page: ${reply.kind}`);
  const { kind: _kind, layout: _layout, view: _view, ...said } = reply;
  return [...new Set(pathsOf(said))].sort();
}

const LINK = (at: string) => [`${at}.href`, `${at}.label`];
const SUBMIT = (at: string) =>
  ['form', 'fragment', 'key', 'kind', 'label', 'look', 'name', 'value'].map((name) => `${at}.${name}`);
const TEXTAREA = (at: string) =>
  ['error', 'hint', 'id', 'key', 'label', 'name', 'required', 'rows', 'value', 'words'].map(
    (name) => `${at}.${name}`,
  );
const FRAME = ['simulated', 'title'];

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
    const table = ['columns[].align', 'columns[].label', 'columns[].labelHidden', 'columns[].sort'];
    const cells = ['chips[].label', 'chips[].look', 'href', 'kind', 'sub', 'text'];
    expect(fieldsOf(reply)).toEqual(
      [
        ...FRAME,
        ...['action', 'done', 'heading', 'hint', 'problem', 'sub', 'summary'].map((name) => `vm.${name}`),
        'vm.breadcrumb.here',
        ...LINK('vm.breadcrumb.links[]'),
        'vm.handBack.action',
        'vm.handBack.open',
        ...TEXTAREA('vm.handBack.because'),
        ...SUBMIT('vm.handIn'),
        ...['empty', 'heading', 'headingHidden', 'id', 'note', 'sortsInPlace', ...table].map(
          (name) => `vm.table.${name}`,
        ),
        ...cells.map((name) => `vm.table.rows[].cells[].${name}`),
        'vm.table.rows[].lineAfter',
      ].sort(),
    );
  });

  it('on a response', async () => {
    const reply = await seatHandlers(test.deps).showSeat({ actor: actor(), params: params() });
    const level = ['error', 'hint', 'id', 'label', 'name', 'value'].map((name) => `levels.${name}`);
    const cards = ['anchor', 'example', 'label', 'value'].map((name) => `levels.levels[].${name}`);
    const response = ['a', 'askA', 'askB', 'b', 'situation', 'title', 'update', 'words'];
    const select = ['error', 'hint', 'id', 'label', 'name', 'options[].label', 'options[].value', 'value'];
    const dialog = ['action', 'close', 'heading', 'id', 'lines[]'];
    expect(fieldsOf(reply)).toEqual(
      [
        ...FRAME,
        ...['action', 'form', 'heading', 'place', 'rest', 'saved', 'summary', 'words'].map(
          (name) => `vm.${name}`,
        ),
        'vm.breadcrumb.here',
        ...LINK('vm.breadcrumb.links[]'),
        ...[...level, ...cards].map((name) => `vm.criteria[].${name}`),
        ...TEXTAREA('vm.criteria[].quote'),
        ...dialog.map((name) => `vm.dialogs[].dialog.${name}`),
        ...SUBMIT('vm.dialogs[].dialog.confirm'),
        'vm.dialogs[].open',
        ...['keys[].keys[]', 'keys[].text', 'label'].map((name) => `vm.keys.${name}`),
        ...SUBMIT('vm.next'),
        ...SUBMIT('vm.previous'),
        ...['label', 'max', 'section', 'value'].map((name) => `vm.progress.${name}`),
        ...TEXTAREA('vm.reason'),
        ...response.map((name) => `vm.response.${name}`),
        ...select.map((name) => `vm.unratable.${name}`),
      ].sort(),
    );
  });
});

describe('nothing else that is known of an applicant', () => {
  const body = ({ text, headers }: { text: string; headers: unknown }) => `${text}${JSON.stringify(headers)}`;
  const own = () => [CANARY, finished.applicant.id, finished.applicant.label, finished.attempt.id];

  it('reaches a rater by a page or a header, before and after handing in', async () => {
    const batch = seat.split('/tasks/')[0] ?? '';
    const pages = ['/', '/rating', batch, seat, '/rating/quality', '/rating/training'];
    for (const path of pages) {
      const answer = await rater.get(path);
      expect([path, answer.status]).toEqual([path, 200]);
      for (const canary of own()) expect(body(answer)).not.toContain(canary);
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
