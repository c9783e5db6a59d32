import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import type { RaterMail } from '../../../src/core/mail/mail.ts';
import { writeRaterMail } from '../../../src/features/mail-delivery/write-rater-mail.ts';
import type { Reply } from '../../../src/http/reply.ts';
import { signInAs, type Staff } from '../../support/actors.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { written } from '../../core/scoring/a-form.ts';
import { fillWithCanaries } from './canaries.ts';
import {
  BREADCRUMB,
  CELLS,
  fieldsOf,
  FRAME,
  HEADER,
  LINK,
  NOTICE,
  RATE_PAGE,
  SUBMIT,
  TABLE,
  TEXTAREA,
  under,
} from './page-fields.ts';
import { addFinished, addRatingRole, RESPONSES, type Finished, type RatingRole } from './rating-role.ts';
import { allocate, levels, seatsOf } from './working-raters.ts';

const CANARY = 'zzcanary';
const MINUTE_MS = 60_000;
let test: TestApp;
let role: RatingRole;
let finished: Finished;
let one: Staff;
let two: Staff;
let batches: string[];
let seats: string[];

beforeAll(async () => {
  test = await startTestApp();
  role = await addRatingRole(test, 2);
  finished = await addFinished(test, role, {
    ...RESPONSES,
    p1: written('I am sorry.', 'I call you.'),
  });
  await fillWithCanaries(test, role, finished, CANARY);
  await allocate(role);
  [one, two] = role.raters as [Staff, Staff];
  seats = await seatsOf(one);
  batches = seats.map((seat) => seat.split('/tasks/')[0] ?? '');
}, 60_000);
afterAll(() => test.close());

const own = () => [CANARY, finished.applicant.id, finished.applicant.label, finished.attempt.id];

function expectNothingElse(given: unknown): void {
  for (const canary of own()) expect(JSON.stringify(given)).not.toContain(canary);
}

/** What the product answers a rater with, before it is made a page; nothing in it is of the applicant. */
async function answer(method: 'get' | 'post', path: string, input: object = {}): Promise<Reply> {
  const route = test.routes.find((each) => each.method === method && each.path === path);
  if (route === undefined) throw new Error(`there is no page ${path}`);
  const reply = await route.handle({ actor: one.actor, params: {}, query: {}, ...input } as never);
  expectNothingElse(reply);
  return reply;
}
const BATCH = '/rating/batches/:batchId';
const SEAT = `${BATCH}/tasks/:taskId`;
const paramsOf = (seat = '') => {
  const [, , , batchId = '', , taskId = ''] = seat.split('/');
  return { batchId, taskId };
};
const body = (fields: object) => ({ reason: '', unratable: '', go: 'next', ...fields });

const BATCH_PAGE = [
  ...FRAME,
  ...under('vm', ['action', 'heading', 'hint', 'sub', 'summary']),
  ...BREADCRUMB('vm.breadcrumb'),
  ...TABLE('vm.table'),
];
const NOTICE_WITH_LINKS = (at: string) => [...NOTICE(at), ...LINK(`${at}.links[]`)];
const SUMMARY = under('vm.summary', ['errors[].fieldId', 'errors[].text', 'heading']);
const seatReply = (seat: string | undefined, fields: object | null) =>
  fields === null
    ? answer('get', SEAT, { params: paramsOf(seat) })
    : answer('post', SEAT, { params: paramsOf(seat), body: body(fields) });
const batchReply = (seat: string | undefined) => answer('get', BATCH, { params: paramsOf(seat) });

async function expectMail(kind: RaterMail['kind'], { actor }: Staff): Promise<void> {
  const { organisationId, requisition } = role;
  const about = { organisationId, requisitionId: requisition.id, raterId: actor.personId };
  const composed = await writeRaterMail(test.deps, { ...about, id: 'M1', to: 'rater', kind } as RaterMail);
  expect(Object.keys(composed).sort()).toEqual(['from', 'html', 'messageId', 'subject', 'text', 'to']);
  expectNothingElse(composed);
}

describe('a rater is given exactly these fields', () => {
  it('at home', async () => {
    const lines = under('vm.waiting[]', ['action', 'href', 'text', 'where']);
    const page = [...FRAME, ...HEADER('vm.header'), ...under('vm', ['allRoles', 'idle', 'roles'])];
    expect(fieldsOf(await answer('get', '/'))).toEqual([...page, ...lines].sort());
  });

  it('on a batch that is not ready', async () => {
    const reply = await answer('post', `${BATCH}/hand-in`, { params: paramsOf(seats[0]) });
    expect(fieldsOf(reply)).toEqual(
      [
        ...BATCH_PAGE,
        'vm.done',
        ...under('vm.handBack', ['action', 'open']),
        ...TEXTAREA('vm.handBack.because'),
        ...SUBMIT('vm.handIn'),
        ...NOTICE('vm.problem'),
        ...CELLS('vm.table', ['chips[].label', 'chips[].look', 'href', 'kind', 'sub', 'text']),
      ].sort(),
    );
  });

  it('on a response whose form was refused', async () => {
    const reply = await seatReply(seats[0], { ...levels(3, 3), 'quote-empathy': 'not there' });
    expect(reply).toMatchObject({ status: 422 });
    expect(fieldsOf(reply)).toEqual([...RATE_PAGE, ...SUMMARY, ...under('vm', ['elsewhere', 'rest'])].sort());
  });

  it('on a response that another window saved meanwhile', async () => {
    await one.post(seats[0] ?? '', { ...levels(2, 2), reason: 'Mine.' });
    const reply = await seatReply(seats[0], { ...levels(3, 3), draft: '0' });
    expect(reply).toMatchObject({ status: 409 });
    expect(fieldsOf(reply)).toEqual(
      [...RATE_PAGE, ...SUMMARY, ...NOTICE_WITH_LINKS('vm.elsewhere'), 'vm.rest'].sort(),
    );
  });

  it('on a response with the hint to take a break', async () => {
    for (let minutes = 0; minutes <= 40; minutes += 8) {
      await one.post(seats[0] ?? '', levels(3, 3));
      test.advance(8 * MINUTE_MS);
    }
    expect(fieldsOf(await seatReply(seats[0], null))).toEqual(
      [
        ...RATE_PAGE,
        ...under('vm', ['elsewhere', 'rest.text', 'summary']),
        ...SUBMIT('vm.rest.goOn'),
        ...SUBMIT('vm.rest.rest'),
      ].sort(),
    );
  });

  it.each(['rating-given', 'rating-due'] as const)('in a mail: %s', async (kind) => {
    await test.connection
      .collection('ratingBatches')
      .updateMany({ raterId: one.actor.personId }, { $set: { dueAt: test.deps.clock() } });
    await expectMail(kind, one);
  });
});

describe('a rater is given exactly these fields when a batch is closed', () => {
  const TYPED = under('vm.typed.items[]', ['cell.kind', 'cell.sub', 'cell.text', 'term']);

  it('because it was handed in: on the batch, and for a form that came too late', async () => {
    expect((await one.post(`${batches[0]}/hand-in`)).status).toBe(303);
    const late = await seatReply(seats[0], levels(4, 4));
    expect(late).toMatchObject({ status: 409 });
    expect(fieldsOf(late)).toEqual(
      [...FRAME, ...BREADCRUMB('vm.breadcrumb'), ...NOTICE_WITH_LINKS('vm.notice'), ...TYPED].sort(),
    );
    await test.deps.relay.soon();
    expect(fieldsOf(await batchReply(seats[0]))).toEqual(
      [
        ...BATCH_PAGE,
        ...NOTICE_WITH_LINKS('vm.done'),
        ...under('vm', ['handBack', 'handIn', 'problem']),
        ...CELLS('vm.table', ['chips[].label', 'chips[].look', 'kind', 'sub', 'text']),
      ].sort(),
    );
  });

  it('because it was handed back: on the batch, and in place of its response, also as JSON', async () => {
    expect((await one.post(`${batches[1]}/hand-back`, { because: 'Away.' })).status).toBe(303);
    await test.deps.relay.soon();
    expect(fieldsOf(await batchReply(seats[1]))).toEqual(
      [
        ...BATCH_PAGE.filter((field) => !field.includes('.rows[]')),
        ...NOTICE_WITH_LINKS('vm.done'),
        ...under('vm', ['handBack', 'handIn', 'problem']),
      ].sort(),
    );
    const gone = await seatReply(seats[1], null);
    expect(gone).toMatchObject({ kind: 'refused', status: 410 });
    expect(fieldsOf(gone)).toEqual(['actions[].href', 'actions[].label', 'heading', 'text']);
    const asked = await one.agent.get(seats[1] ?? '').set('Accept', 'application/json');
    expect([asked.status, Object.keys(asked.body as object).sort()]).toEqual([410, ['error', 'text']]);
    expectNothingElse(asked.body);
  });

  it('in a mail about what is free to take', async () => {
    await expectMail('rating-waiting', await signInAs(test, role.organisationId, ['rater']));
  });

  it('in a refusal as JSON: names of fields and what is wrong with them', async () => {
    const page = load((await one.get('/rating')).text);
    const _csrf = page('input[name=_csrf]').first().attr('value');
    const fields = { ...levels(3, 3), reason: 'x'.repeat(1001), _csrf };
    for (const [sent, status] of [
      [fields, 422],
      [{ ...fields, _csrf: 'forged' }, 403],
    ] as const) {
      const post = one.agent.post(seats[1] ?? '').set('Accept', 'application/json');
      const refused = await post.type('form').send(sent);
      expect(refused.status).toBe(status);
      const { problems, ...rest } = refused.body as { problems: object[] };
      expect(Object.keys(rest)).toEqual(['error']);
      expect(problems.map((problem) => Object.keys(problem).sort())).toEqual([['field', 'message']]);
      expectNothingElse(refused.body);
    }
  });

  it('on what they rated beside others', async () => {
    for (const seat of await seatsOf(two)) await two.post(seat, levels(3, 3));
    for (const seat of await seatsOf(two)) await two.post(`${seat.split('/tasks/')[0]}/hand-in`);
    await test.deps.relay.soon();
    expect(fieldsOf(await answer('get', '/rating/quality'))).toEqual(
      [
        ...FRAME,
        ...BREADCRUMB('vm.breadcrumb'),
        ...HEADER('vm.header'),
        ...under('vm.header.buttons[]', ['href', 'kind', 'label', 'look']),
        'vm.nothing',
        ...under('vm.sections[]', ['agreement', 'figures', 'heading', 'id', 'says[]']),
      ].sort(),
    );
  });

  it('in place of a response that was withdrawn', async () => {
    const { organisationId, requisition } = role;
    const about = { organisationId, requisitionId: requisition.id, applicantId: finished.applicant.id };
    await test.deps.stores.ratingTasks.removeUnsettledOf(about);
    const gone = await seatReply(seats[1], levels(1, 1));
    expect(gone).toMatchObject({ kind: 'refused', status: 410, heading: 'This response was withdrawn' });
    expect(fieldsOf(gone)).toEqual(['actions[].href', 'actions[].label', 'heading', 'text']);
  });
});
