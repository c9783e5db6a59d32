import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import request from 'supertest';
import { readingLevel } from '../../../src/core/content-checks/reading-level.ts';
import { countWords } from '../../../src/core/item/count-words.ts';
import { previewLetter } from '../../../src/core/mail/decision-letter.ts';
import { TEST_MAILS } from '../../../src/core/mail/mail.ts';
import { previewMail } from '../../../src/core/mail/compose-mail.ts';
import { composeResultsMail } from '../../../src/core/mail/results-mail.ts';
import { explainError } from '../../../src/http/explain-error.ts';
import { REFUSAL_WORDS } from '../../../src/features/candidate-attempt/refusal-words.ts';
import { ownResultWords } from '../../../src/presentation/own-result-words.ts';
import { PUBLIC_URL, startTestApp, type TestApp } from '../../support/test-app.ts';
import { askByLink } from '../adjustments/asker.ts';
import { aSittingDevice, Device, invite, type Invited } from './candidate.ts';

const HIGHEST_GRADE = 7;
/** The formula says little about fewer words. */
const MEASURED_FROM = 20;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Text of a page or mail by its name. */
const read = new Map<string, string>();
let test: TestApp;

beforeAll(async () => {
  test = await startTestApp();
  await walkTheWay();
  await walkTheRest();
  await walkTheRare();
  keepFaults();
  keepMails();
  keepResults();
}, 120_000);
afterAll(() => test.close());

/** Every text that a candidate reads there, one block a line; what is authored has its own check. */
function keep(name: string, html: string): void {
  const page = load(html);
  page('main .situation, main blockquote, main .vh, main option, main .options, main .scale').remove();
  const lines = page('main')
    .find('p, li, legend, .hint, label, dd')
    .toArray()
    .filter((block) => page(block).find('p, li').length === 0)
    .map((block) => page(block).text().replace(/\s+/g, ' ').trim());
  read.set(name, plain(lines.join('\n')));
}

/** Addresses and moments are not words of ours. */
const plain = (text: string): string =>
  text
    .replace(/\S+@\S+\w/g, 'mail')
    .replace(/https?:\S+/g, 'link')
    .replace(/\d{1,2} [A-Z][a-z]+ \d{4}( at \d\d:\d\d)?( \(UTC\))?/g, 'May 3');

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
  await other.post('/parts/writing/hand-in');
  keep(
    'kept aside',
    (await other.post('/items/w01/response', { seq: 1, go: 'next', a: 'late', b: '' })).text,
  );
  await step(other, 'receipt', '/receipt');
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

/** What is said where nothing else can be: these pages stand outside any form. */
function keepFaults(): void {
  read.set('refusals', Object.values(REFUSAL_WORDS).join('\n'));
  const faults = [
    { type: 'entity.too.large' },
    { status: 400 },
    { name: 'MongoServerSelectionError' },
    { name: 'MongoServerError', code: 14_031 },
    null,
  ];
  read.set('faults', faults.map((fault) => explainError(fault).text).join('\n'));
}

/** Labels and anchors are the rubric's; all around them is ours. */
function keepResults(): void {
  const criterion = { label: 'Care', level: null, rated: 1, empty: 2, quote: null };
  const one = { ...criterion, empty: 1 };
  const tip = { label: 'Care', level: 4, anchor: 'Says what comes next.' } as const;
  const { lead, others, tip: shown } = ownResultWords({ criteria: [criterion, one], tip });
  const lines = [lead, ...others.flatMap(({ notes }) => notes), shown?.text ?? ''];
  read.set('own results', lines.join('\n'));
}

function keepMails(): void {
  const { text } = previewLetter({
    name: 'Noor',
    organisation: 'Harbour Line',
    roleTitle: 'Desk agent',
    message: 'We have chosen somebody else.',
    link: 'https://tests.example.org/i/x',
    contact: { name: 'The team', email: 'team@example.org' },
  });
  read.set('mail: decision', plain(text));
  const results = composeResultsMail(
    {
      name: 'Noor',
      organisation: 'Harbour Line',
      roleTitle: 'Desk agent',
      link: 'https://tests.example.org/i/x',
      contact: { name: 'The team', email: 'team@example.org' },
    },
    { mailId: 'x', host: 'tests.example.org', address: 'noor@example.org' },
  );
  read.set('mail: own results', plain(results.text));
  for (const kind of TEST_MAILS) {
    for (const finishBy of kind === 'reminder' ? [null, new Date()] : [null]) {
      const { text } = previewMail({
        kind,
        name: 'Noor',
        organisation: 'Harbour Line',
        roleTitle: 'Desk agent',
        sections: [{ title: 'What would you do', usualMinutes: [15, 25] as never }],
        timed: true,
        beginUntil: new Date(),
        finishBy,
        link: 'https://tests.example.org/i/x',
        contact: { name: 'The team', email: 'team@example.org' },
        technicalHelp: null,
      });
      read.set(`mail: ${kind}${finishBy === null ? '' : ', begun'}`, plain(text));
    }
  }
}

describe('what a candidate reads', () => {
  it('is read at no more than grade 7, page by page and mail by mail', () => {
    expect([...read.keys()].filter((name) => (read.get(name) ?? '') === '')).toEqual([]);
    const grades = [...read].map(([name, text]) => ({ name, grade: readingLevel(text)?.grade ?? 0 }));
    expect(grades.length).toBeGreaterThan(35);
    expect(grades.filter(({ grade }) => grade > HIGHEST_GRADE)).toEqual([]);
  });

  it('has no paragraph that is harder, where it is long enough to be measured', () => {
    const hard = [...read].flatMap(([name, text]) =>
      text
        .split('\n')
        .filter((line) => countWords(line) >= MEASURED_FROM)
        .map((line) => ({ name, line, grade: readingLevel(line)?.grade ?? 0 }))
        .filter(({ grade }) => grade > HIGHEST_GRADE),
    );
    expect(hard).toEqual([]);
  });
});
