import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import type { Staff } from '../../support/actors.ts';
import { makeDraft } from '../../support/set-up-role.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { aPreview, ROLE_PAGES } from './a-preview.ts';

let test: TestApp;
let member: Staff;
let root: string;
beforeAll(async () => {
  test = await startTestApp();
  ({ member, root } = await aPreview(test));
});
afterAll(() => test.close());

/** Every document of the whole database, but the sign-ins, whose number has to stay the same. */
async function everything(): Promise<string> {
  const { db } = test.connection;
  if (!db) throw new Error('not connected');
  const collections = await db.listCollections().toArray();
  const names = collections.map(({ name }) => name).sort();
  const rows = await Promise.all(
    names.map(async (name) => {
      const found = await db.collection(name).find({}).sort({ _id: 1 }).toArray();
      return name === 'webSessions' ? [name, found.length] : [name, found];
    }),
  );
  return JSON.stringify(rows);
}

/** Follows "Next page" from the first page to the last. */
async function walk(first: string): Promise<{ address: string; html: string }[]> {
  const pages: { address: string; html: string }[] = [];
  let address: string | undefined = first;
  while (address !== undefined) {
    const answer = await member.get(address);
    expect([address, answer.status]).toEqual([address, 200]);
    pages.push({ address, html: answer.text });
    address = load(answer.text)('a[rel=next]').attr('href');
  }
  return pages;
}

describe('the preview of a role', () => {
  it('shows every page of a candidate in order, says what it is on each, and stores nothing', async () => {
    await member.get('/');
    const before = await everything();
    const opened = await member.get(root);
    const pages = await walk(String(opened.headers['location']));
    expect(pages.map(({ address }) => address)).toEqual(ROLE_PAGES.map((page) => `${root}/${page}`));
    for (const { html } of pages) {
      const bar = load(html)('section[aria-label=Preview]').text();
      expect(bar).toContain('Nothing is saved, nothing is counted, and no clock runs.');
    }
    expect(await everything()).toBe(before);
  });

  it('holds nothing of keys, dimensions or criteria, and nothing that would save or keep an answer', async () => {
    for (const { html } of await walk(`${root}/landing`)) {
      expect(html).not.toMatch(/hidden-dimension|6\.1234|"criterion"|empathy/);
      const page = load(html);
      expect(page('#attempt, [data-timer]')).toHaveLength(0);
      const actions = page('main form')
        .map((_, form) => page(form).attr('action'))
        .get();
      expect(actions.filter((action) => !action.startsWith(`${root}/`))).toEqual([]);
    }
  });

  it('goes on with the buttons of the pages as a candidate would, and forgets what was typed', async () => {
    const before = await everything();
    const press = async (page: string, fields: object) => {
      const answer = await member.post(`${root}/${page}`, fields);
      return String(answer.headers['location']).replace(`${root}/`, '');
    };
    expect(await press('landing', {})).toBe('set-up');
    expect(await press('set-up', { epoch: '1', time: 'plus-50' })).toBe('set-up');
    expect(await press('part.judgment', { epoch: '1' })).toBe('item.j01');
    expect(await press('item.j01', { 'rating-a': '3', go: 'next', seq: '1' })).toBe('item.b01');
    expect(await press('item.b01', { go: 'back' })).toBe('item.j01');
    expect(await press('item.b01', { go: 'check' })).toBe('check.judgment');
    expect(await press('check.judgment', { manifest: '' })).toBe('part.writing');
    expect(await press('item.w01', { a: 'typed-canary', go: 'stay' })).toBe('item.w01.next#update');
    expect(await press('check.writing', {})).toBe('receipt');
    const practised = await member.post(`${root}/practice.p01`, { 'rating-a': '2' });
    expect(practised.text).toContain('Asking first tells you more.');
    expect(await everything()).toBe(before);
    expect((await member.get(`${root}/item.w01`)).text).not.toContain('typed-canary');
  });

  it('shows both steps of a prompt', async () => {
    expect((await member.get(`${root}/item.w01`)).text).not.toContain('last train');
    expect((await member.get(`${root}/item.w01.next`)).text).toContain('last train');
  });

  it('has no pages but those', async () => {
    for (const page of ['item.x99', 'part.none', 'item.', '%3Cb%3E']) {
      expect((await member.get(`${root}/${page}`)).status).toBe(404);
      expect((await member.post(`${root}/${page}`)).status).toBe(404);
    }
  });

  it('opens from the pages of the role', async () => {
    const path = await makeDraft(member);
    for (const place of ['', '/job-analysis']) {
      const page = load((await member.get(`${path.replace('/job-analysis', '')}${place}`)).text);
      const link = page('a:contains("Preview as a candidate")').attr('href') ?? '';
      expect((await member.get(link)).headers['location']).toBe(`${link}/landing`);
    }
  });
});

describe('the preview of an assessment on the shelf', () => {
  it('opens from the page where it is chosen and shows all of it', async () => {
    const page = load((await member.get('/requisitions/new')).text);
    const link = page('a:contains("Preview as a candidate")').first().attr('href') ?? '';
    const before = await everything();
    const opened = await member.get(link);
    const pages = await walk(String(opened.headers['location']));
    const form = test.deps.forms.find(({ assessmentId }) => link.includes(assessmentId));
    const titles = form?.items.map(({ title }) => title) ?? ['none'];
    const headings = pages.map(({ html }) => load(html)('h1').text());
    for (const title of titles) expect(headings).toContain(title);
    expect(await everything()).toBe(before);
    expect((await member.get('/assessments/no-such-one/preview')).status).toBe(404);
  });
});
