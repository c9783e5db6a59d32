import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { styleguideVm } from '../../src/http/styleguide.ts';
import { aChrome, renderView } from '../views/render-view.ts';
import { launchChromium } from './launch-chromium.ts';
import { serveStaffPages } from './serve-staff-pages.ts';

const fragmentPage = (text: string, mark: string) => `<!doctype html><html lang="en"><title>What if</title>
  <link rel="icon" href="/assets/icons/attune.svg">
  <script type="module" src="/assets/staff.js"></script><p role="status" id="page-status"></p><h1>${mark}</h1>
  <form method="post" action="/what-if"><input name="weight" value="30">
  <button name="preview" value="yes" data-fragment="result">Preview</button></form>
  <p id="result">${text}</p></html>`;

let browser: Browser;
let site: Awaited<ReturnType<typeof serveStaffPages>>;
let context: BrowserContext;
let page: Page;
let complaints: string[];
let isDown = false;

beforeAll(async () => {
  const html = renderView(
    'styleguide/index',
    'staff',
    styleguideVm(),
    aChrome({ scriptHref: '/assets/staff.js' }),
  ).html();
  browser = await launchChromium();
  site = await serveStaffPages({
    '/': () => ({ html }),
    '/what-if': (method, body) => {
      if (method === 'GET') return { html: fragmentPage('nothing yet', 'first') };
      return { status: isDown ? 503 : 200, html: fragmentPage(`posted ${body}`, 'second') };
    },
  });
}, 60_000);
afterAll(async () => {
  await browser.close();
  await site.close();
});
beforeEach(async () => {
  context = await browser.newContext();
  page = await context.newPage();
  complaints = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
});
afterEach(async () => {
  await context.close();
  if (!isDown) expect(complaints).toEqual([]);
  isDown = false;
});
const open = (path = '/') => page.goto(site.address + path);
const texts = (selector: string) => page.locator(selector).allInnerTexts();

describe('rating keys', () => {
  const chosen = () => page.locator('input[name=support]:checked').getAttribute('value');

  it('choose a level and move to the quote while the focus is in the rating area', async () => {
    await open();
    await page.locator('input[name=support][value="4"]').focus();
    await page.keyboard.press('1');
    expect(await chosen()).toBe('1');
    await page.keyboard.press('e');
    expect(await page.locator('#evidence:focus').count()).toBe(1);
  });

  it('are letters in a text box', async () => {
    await open();
    await page.locator('#evidence').focus();
    await page.keyboard.press('1');
    expect(await chosen()).toBe('4');
    expect(await page.locator('#evidence').inputValue()).toBe('1');
  });

  it('do nothing outside the rating area or with a modifier', async () => {
    await open();
    await page.locator('a.brand').focus();
    await page.keyboard.press('1');
    await page.locator('input[name=support][value="4"]').focus();
    await page.keyboard.press('Control+1');
    expect(await chosen()).toBe('4');
  });

  it('stay off after they were switched off', async () => {
    await open();
    await page.locator('[data-keys-switch]').uncheck();
    await open();
    expect(await page.locator('[data-keys-switch]').isChecked()).toBe(false);
    await page.locator('input[name=support][value="4"]').focus();
    await page.keyboard.press('1');
    expect(await chosen()).toBe('4');
  });
});

describe('a table that sorts in place', () => {
  it('turns the order, marks one column and says so', async () => {
    await open();
    await page.locator('#scores a.sort', { hasText: 'Written' }).click();
    expect(await texts('#scores tbody th')).toEqual(['D6R8C', 'T9W3H', 'B4XNA', 'K7M2Q']);
    expect(await texts('#scores [aria-sort=ascending]')).toEqual(['Written']);
    expect(await texts('#scores + [role=status]')).toEqual(['Sorted by Written, ascending']);
    expect(page.url()).toBe(`${site.address}/`);
  });

  it('takes away lines that belong to another order', async () => {
    await open();
    expect(await page.locator('#scores tr.line').count()).toBe(1);
    await page.locator('#scores a.sort', { hasText: 'Applicant' }).click();
    expect(await page.locator('#scores tr.line').count()).toBe(0);
  });
});

describe('a ranking', () => {
  it('moves by its buttons, keeps the focus and says the place', async () => {
    await open();
    const up = page.getByRole('button', { name: 'Move up: Useful next step' });
    await up.click();
    await up.click();
    expect(await texts('#weights [data-rank-name]')).toEqual([
      'Useful next step',
      'Naming what is felt',
      'Seeing their side',
    ]);
    expect(await up.isDisabled()).toBe(true);
    expect(await texts('button:focus')).toEqual([expect.stringContaining('Move down: Useful next step')]);
    expect(await texts('[data-rank-status]')).toEqual(['Useful next step: place 1 of 3']);
  });

  it('says while typing when the weights do not total 100', async () => {
    await open();
    await page.getByLabel('Seeing their side').last().fill('35');
    expect(await texts('[data-rank-total]')).toEqual(['Total 105 %. It must be 100.']);
  });
});

describe('small openers', () => {
  it('open a dialog by click or space, with the focus inside, and close it', async () => {
    await open();
    const opener = page.getByRole('button', { name: 'Discard draft' }).first();
    await opener.focus();
    await page.keyboard.press(' ');
    expect(await page.locator('#discard :focus').count()).toBe(1);
    await page.getByText('Keep the draft').click();
    expect(await page.locator('#discard').isVisible()).toBe(false);
    expect(await texts(':focus')).toEqual(['Discard draft']);
  });

  it('show the dialog without script too', async () => {
    const bare = await browser.newContext({ javaScriptEnabled: false });
    const still = await bare.newPage();
    await still.goto(site.address);
    await still.locator('a[data-dialog]').click();
    expect(await still.locator('#discard').isVisible()).toBe(true);
    await still.getByText('Keep the draft').click();
    expect(await still.locator('#discard').isVisible()).toBe(false);
    await bare.close();
  });

  it('close a menu with Escape and give the focus back', async () => {
    await open();
    await page.getByText('Ready to review').first().click();
    expect(await page.getByText('Save this view').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.getByText('Save this view').isVisible()).toBe(false);
    expect(await texts('summary:focus')).toEqual(['Ready to review']);
  });

  it('copy a link and say so', async () => {
    await open();
    await page.locator('[data-copy]').click();
    await page.getByText('Copied', { exact: true }).waitFor();
  });

  it('switch the theme and keep it for the next page', async () => {
    await open();
    await page.locator('[data-theme-switch]').click();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    expect((await context.cookies()).map(({ name, value }) => `${name}=${value}`)).toContain(
      'attune-theme=dark',
    );
  });
});

describe('a fragment', () => {
  it('posts the form with its button and swaps one element', async () => {
    await open('/what-if');
    await page.getByText('Preview').click();
    await page.getByText('posted weight=30&preview=yes').waitFor();
    expect(await texts('h1')).toEqual(['first']);
    expect(await texts('#page-status')).toEqual(['Updated']);
  });

  it('becomes a plain form post when the answer is not what it should be', async () => {
    await open('/what-if');
    isDown = true;
    await page.getByText('Preview').click();
    await page.getByRole('heading', { name: 'second' }).waitFor();
    expect(await texts('#result')).toEqual(['posted weight=30&preview=yes']);
  });
});
