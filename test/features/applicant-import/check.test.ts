import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { parse } from 'csv-parse/sync';
import { addOrganisation, signInAs, type Staff } from '../../support/actors.ts';
import { makeDraft, makeOpenRole } from '../../support/set-up-role.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { check, countsOf, send, textOfPage } from './sender.ts';

const DAY = 24 * 60 * 60 * 1000;
let test: TestApp;
let recruiter: Staff;
let path: string;

beforeAll(async () => {
  test = await startTestApp();
  recruiter = await signInAs(test, await addOrganisation(test), ['recruiter'], 'Rosa Diaz');
}, 60_000);
afterAll(() => test.close());
beforeEach(async () => {
  path = `${await makeOpenRole(test, recruiter)}/imports`;
});

const errors = (text: string): string[] => {
  const $ = load(text);
  return $('.summary a')
    .toArray()
    .map((link) => $(link).text());
};

describe('the import page', () => {
  it('is reached from the invitations', async () => {
    const page = load((await recruiter.get(path.replace('/imports', '/invitations'))).text);
    expect(page(`a[href="${path}"]`)).toHaveLength(1);
  });

  it.each([
    ['nothing', {}, 'Choose a file or paste the table below.'],
    ['an empty file', { file: '' }, 'Choose a file or paste the table below.'],
    [
      'a workbook',
      { file: Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 1) },
      'This is a workbook or a compressed file',
    ],
    ['zero bytes', { file: Uint8Array.of(65, 0, 66) }, 'This file is no text.'],
    ['only the names of columns', { file: 'email,name\r\n' }, 'There is nobody in this table.'],
    ['no address', { file: 'Staff list\nAna' }, 'The first line, “Staff list”, neither names'],
    ['both', { file: 'a@x.org', table: 'b@x.org' }, 'There is a file and a pasted table.'],
    ['a file over 5 MB', { file: 'x'.repeat(5 * 1024 * 1024 + 1) }, 'The file is larger than 5 MB.'],
    ['a text over 2 MB', { table: 'x'.repeat(2 * 1024 * 1024 + 1) }, 'This is more than 2 MB.'],
    ['10,001 lines', { file: 'a@x.org\n'.repeat(10_001) }, 'The table has more than 10,000 lines.'],
  ])('says about %s what to do', async (_name, given, message) => {
    const answer = await send(recruiter, path, given);
    expect([413, 422]).toContain(answer.status);
    expect(errors(answer.text)).toHaveLength(1);
    expect(errors(answer.text)[0]).toContain(message);
  });

  it('keeps the pasted text where the file is too large', async () => {
    const answer = await send(recruiter, path, { table: 'ana@x.org', file: 'x'.repeat(5 * 1024 * 1024 + 1) });
    expect(answer.status).toBe(413);
    expect(load(answer.text)('textarea[name=table]').val()).toBe('ana@x.org');
  });

  it('shows a form with a wrong token again, with the text typed, and reads nothing in', async () => {
    const answer = await recruiter.agent
      .post(path)
      .field('_csrf', 'no')
      .field('table', 'ana@x.org,Ana')
      .attach('file', Buffer.from('ben@x.org'), 'people.csv');
    expect(answer.status).toBe(403);
    expect(load(answer.text)('textarea[name=table]').val()).toBe('ana@x.org,Ana');
    expect(await test.connection.collection('applicantImportTexts').countDocuments()).toBe(0);
  });

  it('takes a form that is not multipart as a form without a file', async () => {
    expect((await recruiter.post(path, { table: '' })).status).toBe(422);
    expect((await recruiter.post(path, { table: 'ana@x.org' })).status).toBe(303);
  });

  it('is the only page that takes a file: elsewhere its form counts as forged', async () => {
    const answer = await send(recruiter, path.replace('/imports', '/invitations'), { file: 'a@x.org' });
    expect(answer.status).toBe(403);
  });

  it('says in a draft where to go on', async () => {
    const draft = await makeDraft(recruiter);
    expect(load((await recruiter.get(`${draft}/imports`)).text)('.empty a').attr('href')).toBe(draft);
    expect((await send(recruiter, `${draft}/imports`, { file: 'a@x.org' })).status).toBe(409);
  });
});

describe('the check of a table', () => {
  const TABLE = [
    'E-Mail;Name;Reference',
    'ana@x.org;Ana Ruiz;HR-1',
    'ben@x;Ben',
    'ANA@x.org;Ana again',
    'cleo@x.org;=1+1;HR-3',
    'dora@x.org;"Dora',
    'emil@x.org;Emil',
  ].join('\r\n');

  it('counts who is to be invited and names every other line, its column and its problem', async () => {
    await recruiter.post(path.replace('/imports', '/invitations'), { people: 'emil@x.org' });
    const page = await check(recruiter, path, TABLE);
    expect(await countsOf(recruiter, page)).toEqual({
      'People to invite': '1',
      'Invited in this role already': '1',
      'Twice in the table': '1',
      'Refused lines': '3',
    });
    const $ = load((await recruiter.get(page)).text);
    const noted = $('#noted tbody tr')
      .toArray()
      .map((row) =>
        $(row)
          .children()
          .toArray()
          .map((cell) => $(cell).text().trim()),
      );
    expect(noted).toEqual([
      ['3', 'Address', 'The e-mail address is not whole.', 'ben@x'],
      ['4', 'Address', 'This address stands on line 2 already.', '–'],
      ['5', 'Name', 'It begins like a formula (=, +, - or @).', '=1+1'],
      ['6', 'Whole line', 'A quotation mark opens a text and none closes it.', 'dora@x.org;"Dora'],
      ['7', 'Address', 'This address is invited in this role already.', '–'],
    ]);
    expect($('#first-people tbody').text().replace(/\s+/g, ' ').trim()).toBe('Ana Ruiz ana@x.org HR-1 2');
    expect($('main').text()).toContain('semicolons');
    expect(await test.connection.collection('applicants').countDocuments({ email: 'ana@x.org' })).toBe(0);
  });

  it('says that a file was read as Windows-1252', async () => {
    const bytes = Buffer.from('email,name\njose@x.org,Jos\xe9', 'latin1');
    const answer = await send(recruiter, path, { file: bytes });
    const text = await textOfPage(recruiter, String(answer.headers['location']));
    expect(text).toContain('was read as Windows-1252');
    expect(text).toContain('José');
  });

  it('shows the first 200 lines of many and the count of all', async () => {
    const page = await check(recruiter, path, `email\n${'x\n'.repeat(300)}`);
    const $ = load((await recruiter.get(page)).text);
    expect($('#noted tbody tr')).toHaveLength(200);
    expect($('main').text()).toContain('The first 200 of 300.');
    expect($('main form[action$=confirmation]')).toHaveLength(0);
    expect((await recruiter.post(`${page}/confirmation`)).status).toBe(422);
  });

  it('gives refused lines back as a file that a spreadsheet does not compute and that reads the same', async () => {
    const page = await check(recruiter, path, TABLE);
    const answer = await recruiter.get(`${page}/refused-lines`);
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toBe('attachment; filename=refused-lines.csv');
    const rows = parse<Record<string, string>>(answer.text, { bom: true, columns: true });
    expect(rows.map(({ email, name, reference, line }) => [email, name, reference, line])).toEqual([
      ['ben@x', 'Ben', '', '3'],
      ['cleo@x.org', "'=1+1", 'HR-3', '5'],
      ['', '', '', '6'],
    ]);
    expect(rows[2]?.['text']).toBe('dora@x.org;"Dora');
    const again = await check(recruiter, path, answer.text);
    const $ = load((await recruiter.get(again)).text);
    const kinds = $('#noted tbody tr')
      .toArray()
      .map((row) => $(row).children().eq(2).text().trim());
    expect(kinds).toEqual([
      'The e-mail address is not whole.',
      'It begins like a formula (=, +, - or @).',
      'There is no e-mail address.',
    ]);
  });

  it('keeps a line of 2 MB as a bounded text', async () => {
    const page = await check(recruiter, path, `email\n${'x'.repeat(2_000_000)}\nana@x.org`);
    const importId = page.split('/').at(-1);
    const row = await test.connection
      .collection('applicantImportTexts')
      .findOne({ importId, kind: 'refused' });
    expect(JSON.stringify(row).length).toBeLessThan(12_000);
  });

  it('cancelled leaves nothing of what was read', async () => {
    const page = await check(recruiter, path, TABLE);
    expect((await recruiter.post(`${page}/cancellation`)).headers['location']).toBe(path);
    expect((await recruiter.get(page)).status).toBe(404);
    const importId = page.split('/').at(-1);
    expect(await test.connection.collection('applicantImportTexts').countDocuments({ importId })).toBe(0);
  });

  it('is over after a day, and the store is told to delete it', async () => {
    const page = await check(recruiter, path, TABLE);
    const importId = page.split('/').at(-1) ?? '';
    const { db } = test.connection;
    const due = new Date(test.deps.clock().getTime() + DAY);
    expect(await db?.collection('applicantImports').findOne({ _id: importId as never })).toMatchObject({
      expiresAt: due,
    });
    for (const text of (await db?.collection('applicantImportTexts').find({ importId }).toArray()) ?? [])
      expect(text['expiresAt']).toEqual(due);
    for (const name of ['applicantImports', 'applicantImportTexts'])
      expect(await db?.collection(name).indexes()).toContainEqual(
        expect.objectContaining({ key: { expiresAt: 1 }, expireAfterSeconds: 0 }),
      );
    test.advance(DAY);
    expect((await recruiter.get(`${page}/refused-lines`)).status).toBe(404);
    expect((await recruiter.post(`${page}/confirmation`)).status).toBe(404);
    test.advance(-DAY);
  });

  it('belongs to its role: elsewhere it is not there', async () => {
    const page = await check(recruiter, path, TABLE);
    const other = `${await makeOpenRole(test, recruiter)}/imports`;
    expect((await recruiter.get(page.replace(path, other))).status).toBe(404);
    expect((await recruiter.post(`${page.replace(path, other)}/confirmation`)).status).toBe(404);
  });
});
