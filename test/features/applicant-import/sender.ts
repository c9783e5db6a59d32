import { load } from 'cheerio';
import type request from 'supertest';
import type { Staff } from '../../support/actors.ts';
import type { TestApp } from '../../support/test-app.ts';

/** Sends the form of the import page as a browser does: token, pasted text and file in one multipart body. */
export async function send(
  staff: Staff,
  path: string,
  { file, table = '' }: { file?: string | Uint8Array; table?: string },
): Promise<request.Response> {
  const csrf =
    load((await staff.get('/')).text)('input[name=_csrf]')
      .first()
      .attr('value') ?? '';
  const form = staff.agent.post(path).field('_csrf', csrf).field('table', table);
  if (file === undefined) return form;
  return form.attach('file', Buffer.from(file as string), {
    filename: 'people.csv',
    contentType: 'text/csv',
  });
}

/** Sends a table and returns the address of its check page. */
export async function check(staff: Staff, path: string, table: string): Promise<string> {
  const answer = await send(staff, path, { file: table });
  const to = answer.headers['location'];
  if (answer.status !== 303 || to === undefined) throw new Error(`not checked: ${answer.status}`);
  return to;
}

export const textOfPage = async (staff: Staff, path: string): Promise<string> =>
  load((await staff.get(path)).text)('main')
    .text()
    .replace(/\s+/g, ' ');

/** What a page of one import counts, by its term. */
export async function countsOf(staff: Staff, path: string): Promise<Record<string, string>> {
  const $ = load((await staff.get(path)).text);
  const terms = $('main dl').first().find('dt').toArray();
  return Object.fromEntries(terms.map((term) => [$(term).text(), $(term).next('dd').text().trim()]));
}

/** Collections of the whole database in which this text occurs anywhere. */
export async function whereIs({ connection }: TestApp, text: string): Promise<string[]> {
  const { db } = connection;
  if (!db) throw new Error('not connected');
  const hits: string[] = [];
  for (const { name } of await db.listCollections().toArray()) {
    const rows = await db.collection(name).find({}).toArray();
    if (JSON.stringify(rows).includes(text)) hits.push(name);
  }
  return hits.sort();
}
