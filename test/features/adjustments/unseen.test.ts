import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { pino } from 'pino';
import { newId } from '../../../src/ops/secrets.ts';
import { addOrganisation, signInAs, type Staff } from '../../support/actors.ts';
import { readWorkbook } from '../../support/read-workbook.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { whereIs } from '../../support/where-is.ts';
import { Device, type Invited } from '../candidate-attempt/candidate.ts';
import { askByLink, give, handlerOf, inviteForReal, openRequest } from './asker.ts';

const MINUTE = 60_000;
/** In what is asked, and in what is answered. */
const CANARY = `canary${newId<string>().replace(/[-_]/g, '')}`;

let test: TestApp;
let others: Staff;
let handler: Staff;
/** Somebody who asks and gets time, and somebody who does neither; all else about them is alike. */
let asker: Invited;
let plain: Invited;
const logged: string[] = [];

beforeAll(async () => {
  test = await startTestApp();
  Object.assign(test.deps.logger, {
    [pino.symbols.streamSym]: { write: (line: string) => logged.push(line) },
  });
  test.deps.logger.level = 'debug';
  const roles = ['owner', 'recruiter', 'hiring-manager', 'rater', 'interviewer', 'auditor'] as const;
  others = await signInAs(test, await addOrganisation(test), [...roles]);
  const people = ['Noor Haddad <noor@example.org>', 'Noor Haddad <other@example.org>'];
  const [first, second] = await inviteForReal(test, others, people);
  if (first === undefined || second === undefined) throw new Error('two people were invited');
  [asker, plain] = [first, second];
  handler = await handlerOf(test, asker);
}, 60_000);
afterAll(() => test.close());

const at = (): string => `/requisitions/${asker.applicant.requisitionId}`;
const report = ({ applicant }: Invited): string => `${at()}/applicants/${applicant.id}`;
const file = (rows: string, format: string): string => `${at()}/exports/file?rows=${rows}&format=${format}`;

const pages = (): readonly string[] => [
  ...['/', '/rating', '/erasure', '/settings/roles', at()],
  ...['invitations', 'applicants', 'rating', 'progress', 'exports'].map((one) => `${at()}/${one}`),
  ...[asker, plain].flatMap((one) => [report(one), `${report(one)}/interview-guide`]),
];

async function readPages(): Promise<string[]> {
  const texts: string[] = [];
  for (const page of pages()) texts.push(load((await others.get(page).expect(200)).text)('main').text());
  return texts;
}

/** Every export in every format, as what a program reads from it. */
async function readFiles(): Promise<string[]> {
  const texts: string[] = [];
  for (const rows of ['applicants', 'levels', 'responses']) {
    for (const format of ['csv', 'json']) texts.push((await others.get(file(rows, format)).expect(200)).text);
    const book = await others.agent.get(file(rows, 'xlsx')).responseType('blob').expect(200);
    texts.push(JSON.stringify(readWorkbook(book.body as Buffer)));
  }
  return texts;
}

const readAll = async (): Promise<string[]> => [...(await readPages()), ...(await readFiles())];

/** Hands in both parts after some minutes of the first, with one text. */
async function sit(device: Device, minutes: number): Promise<void> {
  test.advance(minutes * MINUTE);
  expect((await device.post('/parts/judgment/hand-in')).status).toBe(303);
  await device.post('/parts/writing/start');
  const { organisationId, formVersionId } = await device.attempt();
  const form = await test.deps.stores.formVersions.get(organisationId, formVersionId);
  const [item = ''] = form.sections.find(({ id }) => id === 'writing')?.items ?? [];
  expect((await device.save(item, { seq: '1', a: 'I would say what comes next.' })).status).toBe(200);
  expect((await device.post('/parts/writing/hand-in')).status).toBe(303);
}

/** On a device that says what it is. */
async function begin({ token }: Invited, userAgent: string): Promise<Device> {
  const device = new Device(test);
  device.agent.set('User-Agent', userAgent);
  await device.begin(token);
  await device.post('/parts/judgment/start');
  return device;
}

describe('an adjustment', () => {
  it('changes nothing on a page, in a file or in the trail of anybody else', async () => {
    await askByLink(test, asker, { want: 'more-time', text: CANARY });
    const device = await begin(asker, 'Mozilla/5.0 (iPhone) Zzbrowser');
    const other = await begin(plain, 'Mozilla/5.0 (Windows NT 10.0) Zzbrowser');
    await test.deps.relay.soon();
    await others.get('/');
    const before = await readAll();

    await give(test, handler, asker, 'judgment', 15);
    const { path } = await openRequest(test, handler, asker);
    await handler.post(`${path}/answer`, { template: 'own', text: `Answer ${CANARY}`, as: 'answered' });
    await test.deps.relay.soon();
    expect(await readAll()).toEqual(before);
    expect(await whereIs(test, CANARY)).toEqual(['adjustmentRequests']);
    const parts = [await device.attempt(), await other.attempt()].map(({ parts: all }) => all);
    expect(parts.map((all) => Object.values(all)[0]?.creditMs)).toEqual([15 * MINUTE, 0]);

    await sit(other, 29);
    // Forty minutes after the start: only what was granted makes that possible.
    await sit(device, 11);
    await test.deps.relay.soon();
    for (const address of [path, '/adjustments']) expect((await others.get(address)).status).toBe(403);
  });

  it('cannot be told from the report, the row in the list or the rows of any export', async () => {
    // An id that happens to begin like a formula carries an apostrophe in files.
    const neutral = (text: string, { applicant, ...invited }: Invited, attemptId: string): string =>
      [applicant.id, applicant.label, invited.token, attemptId]
        .reduce((changed, one) => changed.replaceAll(one, '#'), text)
        .replaceAll("'#", '#');
    const seen = await Promise.all(
      [asker, plain].map(async (one) => {
        const { organisationId, requisitionId, id } = one.applicant;
        const attempt = await test.deps.stores.attempts.findByApplicant(organisationId, requisitionId, id);
        const list = load((await others.get(`${at()}/applicants`)).text);
        const row = list('tbody tr').filter((_, tr) => list(tr).text().includes(one.applicant.label));
        expect(row).toHaveLength(1);
        const texts = [row.text(), load((await others.get(report(one))).text)('main').text()];
        for (const rows of ['applicants', 'levels', 'responses']) {
          const lines = (await others.get(file(rows, 'csv'))).text.split('\n');
          texts.push(lines.filter((line) => line.includes(one.applicant.label)).join('\n'));
        }
        return texts.map((text) => neutral(text, one, attempt?.id ?? ''));
      }),
    );
    expect(seen[0]).toEqual(seen[1]);
    expect(seen[0]?.every((text) => text.length > 0)).toBe(true);
  });

  it('is told to the trail by request and role alone', async () => {
    const trail = (await others.get('/audit?what=adjustment-granted')).text;
    expect(trail).toContain('Adjustment granted');
    for (const secret of [CANARY, asker.applicant.id, asker.applicant.label])
      expect(load(trail)('tr:contains("Adjustment")').text()).not.toContain(secret);
    const events = await test.connection
      .collection('auditEvents')
      .find({ type: /^adjustment-/ })
      .toArray();
    expect(events).toHaveLength(3);
    expect(events.map(({ facts }) => Object.keys(facts as object).sort())).toEqual(
      events.map(() => ['requestId', 'requisitionId']),
    );
  });

  it('leaves nothing in the log but that somebody of the staff worked at requests', () => {
    const lines = logged.filter((line) => line.includes('adjustment'));
    expect(lines.length).toBeGreaterThan(3);
    const { id, label } = asker.applicant;
    for (const secret of [CANARY, id, label, asker.token])
      expect(logged.filter((line) => line.includes(secret))).toEqual([]);
  });

  it('shows of neither which device it was begun on: that is on no page, in no file and in no log', async () => {
    const usedBy = ({ applicant }: Invited) =>
      test.connection.collection('attempts').findOne({ applicantId: applicant.id });
    expect(await usedBy(asker)).toMatchObject({ deviceClass: 'phone' });
    expect(await usedBy(plain)).toMatchObject({ deviceClass: 'computer' });
    expect(await whereIs(test, 'deviceClass')).toEqual(['attempts']);
    expect(logged.filter((line) => /deviceClass|iPhone|Windows|"phone"|"computer"/.test(line))).toEqual([]);
    expect((await readAll()).filter((text) => text.includes('deviceClass'))).toEqual([]);
  });

  it('goes with the applicant', async () => {
    await others.post(`/erasure/${asker.applicant.id}`, { label: asker.applicant.label });
    expect(await whereIs(test, CANARY)).toEqual([]);
  });
});
