import { expect } from '@jest/globals';
import { load } from 'cheerio';
import request from 'supertest';
import { orderErasure } from '../../../src/features/erasure/order-erasure.ts';
import { aForm, aPickOneItem, aRankOptionsItem, aWrittenItem, JUDGMENT } from '../../core/form/a-form.ts';
import { PUBLIC_URL, type TestApp } from '../../support/test-app.ts';
import { askByLink, give, handlerOf } from '../adjustments/asker.ts';
import { aSittingDevice, Device, invite, type Invited } from './candidate.ts';
import { plain } from './read-rest.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Text of a page by its name. */
const read = new Map<string, string>();
let test: TestApp;

/** Walks every way that a candidate can take and keeps what each page says. */
export async function readPages(app: TestApp): Promise<ReadonlyMap<string, string>> {
  test = app;
  await walkTheWay();
  await walkTheRest();
  await walkTheRare();
  await walkTheKinds();
  await walkTheConflicts();
  return read;
}

/** Every text that a candidate reads there, also in what is hidden at first; what is authored has its own check. */
function keep(name: string, html: string): void {
  const page = load(html);
  page('main .situation, main blockquote, main .vh, main option, main .options, main .scale').remove();
  const lines = page('main, footer')
    .find('p, summary, li, legend, .hint, label, dd')
    .toArray()
    .filter((block) => page(block).find('p, li, label').length === 0)
    .map((block) => page(block).text().replace(/\s+/g, ' ').trim());
  read.set(name, plain(lines.join('\n')));
}

/** What a form of the link is answered with. */
const sendByLink = ({ token }: Invited, path: string, fields: object = {}) =>
  request(test.app).post(`/i/${token}${path}`).set('Origin', PUBLIC_URL).type('form').send(fields);

const visit = async (name: string, { token }: Invited, path = ''): Promise<void> => {
  keep(name, (await request(test.app).get(`/i/${token}${path}`)).text);
};

async function step(device: Device, name: string, path: string): Promise<void> {
  keep(name, (await device.open(path)).text);
}

async function walkTheWay(): Promise<void> {
  const invited = await invite(test);
  await test.connection
    .collection('organisations')
    .updateOne({ _id: invited.applicant.organisationId }, { $set: { answerWithinDays: 5 } });
  await visit('landing', invited);
  await visit('withdrawal', invited, '/withdrawal');
  const device = new Device(test);
  await device.begin(invited.token);
  await visit('landing, begun', invited);
  await step(device, 'set-up', '');
  await device.post('/comfort', { theme: 'system', text: 'usual', timer: 'hidden' });
  await step(device, 'adjustments', '/adjustments');
  await step(device, 'part start, judgment', '/parts/judgment');
  await device.post('/parts/judgment/start');
  await step(device, 'question, judgment', `/items/${invited.form.sections[0]?.items[0] ?? ''}`);
  await step(device, 'resting, running', '');
  await step(device, 'check', '/parts/judgment/check');
  await device.post('/parts/judgment/hand-in');
  await step(device, 'resting, between', '');
  await step(device, 'part start, writing', '/parts/writing');
  await device.post('/parts/writing/start');
  await step(device, 'question, writing', '/items/w01');
  const other = new Device(test);
  await other.begin(invited.token);
  await step(device, 'read only', '');
  const save = (writer: Device, fields: object) =>
    writer.post('/items/w01/response', { seq: 1, go: 'stay', b: '', ...fields });
  await save(other, { a: 'I am sorry. '.repeat(110) });
  keep('question, overtaken', (await save(other, { a: 'Another text.' })).text);
  keep('question, other window', (await save(device, { a: 'From the first device.' })).text);
  await step(other, 'check, writing', '/parts/writing/check');
  const missing = await other.post('/parts/writing/hand-in', { manifest: '{"w01":1,"w02":4}' });
  keep('check, not all has come', missing.text);
  await other.post('/parts/writing/hand-in');
  keep(
    'kept aside',
    (await other.post('/items/w01/response', { seq: 1, go: 'next', a: 'late', b: '' })).text,
  );
  await step(other, 'receipt', '/receipt');
  keep('receipt, nothing chosen', (await other.post('/feedback', { epoch: undefined, text: '' })).text);
  await other.post('/feedback', { epoch: undefined, fair: '4', clear: '4', text: '' });
  await other.post('/reuse', { epoch: undefined, answer: 'yes' });
  await step(other, 'receipt, all answered', '/receipt');
  await visit('status', invited);
  await sendByLink(invited, '/look-again', { reason: 'Please look.' });
  await visit('status, asked', invited);
  await sendByLink(invited, '/withdrawal');
  await visit('status, withdrawn', invited);
}

async function walkTheRest(): Promise<void> {
  const timed = await invite(test);
  const device = await aSittingDevice(test, timed);
  test.advance(40 * 60_000);
  await step(device, 'time up', '');
  test.advance(2 * 60_000);
  await test.runJobs();
  await step(device, 'resting, time ran out', '');
  await step(device, 'adjustments, time ran out', '/adjustments');
  await visit('role closed', await invite(test, { requisition: { state: 'closed' } }));
  const late = await invite(test);
  test.advance(8 * DAY_MS);
  await visit('link ended', late);
  await sendByLink(late, '/new-link');
  await visit('new link asked', late);
  const { applicant } = late;
  await test.connection
    .collection('applicants')
    .updateOne({ _id: applicant.id }, { $set: { linkVersion: 1 } });
  await visit('link replaced', late);
  await visit('no such link', { ...late, token: 'x' });
  keep('unknown device', (await request(test.app).get(`/attempts/${device.attemptId}`)).text);
  test.advance(20 * DAY_MS);
  await test.runJobs();
  await test.runJobs();
  await visit('status, time ran out', timed);
}

/** What only some people meet: practice, an adjustment, a refusal, a decision. */
async function walkTheRare(): Promise<void> {
  const invited = await invite(test);
  keep('landing, nothing ticked', (await sendByLink(invited, '/begin')).text);
  keep('adjustments, nothing asked', (await askByLink(test, invited, {})).text);
  await askByLink(test, invited, { want: ['breaks', 'talk'], text: 'Please call me.' });
  await visit('adjustments, asked', invited, '/adjustments');
  const device = new Device(test);
  await device.begin(invited.token);
  await step(device, 'practice', '/practice/p01');
  keep('practice, answered', (await device.post('/practice/p01', { 'rating-a': '3' })).text);
  await device.post('/parts/judgment/start');
  const save = (fields: object) => device.post('/items/j01/response', { seq: 1, go: 'stay', ...fields });
  keep('question, refused', (await save({ 'rating-a': '9' })).text);
  await device.post('/parts/judgment/hand-in');
  await device.post('/parts/writing/start');
  await device.post('/parts/writing/hand-in');
  await test.connection
    .collection('applicants')
    .updateOne(
      { _id: invited.applicant.id },
      { $set: { stage: 'rejected', decisions: [{ at: new Date(), message: 'Thank you.' }] } },
    );
  await visit('status, decided', invited);
}

/** The other kinds of questions, in a role without a clock that keeps names and answers. */
async function walkTheKinds(): Promise<void> {
  const items = [aRankOptionsItem(), aPickOneItem(), aWrittenItem()];
  const sections = aForm().sections.map((section) => ({
    ...section,
    items: items
      .filter(({ kind }) => (kind === 'written-response') === (section.kind === 'written'))
      .map(({ id }) => id),
  }));
  const invited = await invite(test, {
    form: aForm({ items, sections }),
    requisition: {
      timeMode: { kind: 'usual' },
      revealAt: 'start',
      retention: { kind: 'by-hand', reason: 'Our law asks for it.' },
      confirmation: { by: 'Hanna', at: new Date() },
    },
  });
  await visit('landing, no clock', invited);
  const device = new Device(test);
  await device.begin(invited.token);
  await step(device, 'set-up, no clock', '');
  await step(device, 'part start, no clock', `/parts/${JUDGMENT}`);
  await device.post(`/parts/${JUDGMENT}/start`);
  await step(device, 'question, order', '/items/r01');
  await step(device, 'question, one of many', '/items/k01');
}

/** A test that ran out of time and was opened again, and one that was erased. */
async function walkTheConflicts(): Promise<void> {
  const invited = await invite(test);
  const device = await aSittingDevice(test, invited);
  await device.post('/parts/judgment/hand-in');
  await device.post('/parts/writing/start');
  test.advance(41 * 60_000);
  const late = await device.post('/items/w01/response', { seq: 1, go: 'next', a: 'late', b: '' });
  keep('kept aside, late', late.text);
  test.advance(60_000);
  await test.runJobs();
  await step(device, 'receipt, time ran out', '/receipt');
  await askByLink(test, invited, { want: 'more-time' });
  await give(test, await handlerOf(test, invited), invited, 'writing', 10);
  await step(device, 'question, what came late', '/items/w01');
  expect(read.get('question, what came late')).toContain('Your last change is in the boxes below.');
  const target = await test.deps.stores.erasure.findTarget(invited.applicant.id);
  if (target === null) throw new Error('nobody is there');
  await orderErasure(test.deps, null, target);
  await test.deps.relay.soon();
  await step(device, 'erased', '');
}
