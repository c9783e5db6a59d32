import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { ratePage } from '../../src/features/rating-desk/rate-page.ts';
import { emptyForm, type FormState } from '../../src/http/form-state.ts';
import { aCriterion } from '../core/rubric/a-rubric.ts';
import { aChrome, renderView } from '../views/render-view.ts';
import { launchChromium } from './launch-chromium.ts';
import { serveStaffPages } from './serve-staff-pages.ts';

const seat = (form: FormState) =>
  ratePage({
    batchId: 'batch',
    taskId: 'task',
    title: 'A lost day',
    simulated: true,
    number: 1,
    of: 2,
    ready: 0,
    saved: false,
    draft: '0',
    elsewhere: null,
    breakDue: false,
    response: {
      title: 'A lost day',
      situation: 'A customer waited.',
      askA: 'What do you write?',
      update: 'The part is late.',
      askB: 'What now?',
      a: 'I am sorry that you\nlost a day.',
      b: 'I call you at nine.',
      words: 13,
    },
    criteria: [aCriterion('empathy', 50), aCriterion('tone', 50)],
    form,
  }).vm;

let browser: Browser;
let site: Awaited<ReturnType<typeof serveStaffPages>>;
let page: Page;

beforeAll(async () => {
  const htmlOf = (form: FormState) =>
    renderView('rating-desk/rate', 'staff', seat(form), aChrome({ scriptHref: '/assets/staff.js' })).html();
  let html = htmlOf(emptyForm);
  browser = await launchChromium();
  const save = (_method: string, body: string) => {
    html = htmlOf({ values: Object.fromEntries(new URLSearchParams(body)), problems: [] });
    return { html };
  };
  site = await serveStaffPages({ '/': () => ({ html }), [seat(emptyForm).action]: save });
  page = await browser.newPage();
  await page.goto(site.address);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** Selects from the beginning of some words to the end of others, as a mouse would. Runs in the page. */
const SELECT = `(from, to) => {
  const steps = [...document.querySelectorAll('[data-response], h1')];
  const nodeWith = (text) => steps.find((step) => step.textContent.includes(text)).firstChild;
  const [first, last] = [nodeWith(from), nodeWith(to)];
  const end = last.textContent.indexOf(to) + to.length;
  getSelection().setBaseAndExtent(first, first.textContent.indexOf(from), last, end);
}`;
const select = (from: string, to = from) =>
  page.evaluate(`(${SELECT})(${JSON.stringify(from)}, ${JSON.stringify(to)})`);
const quotes = (criterion: string) => page.inputValue(`#quote-${criterion}`);
const add = (criterion: string) => page.click(`[data-mark=quote-${criterion}]`);

describe('marking words', () => {
  it('adds the selected words to the criterion whose button is pressed, one quote a line, each once', async () => {
    await select('that you', 'a day');
    await add('empathy');
    expect(await quotes('empathy')).toBe('that you lost a day');
    await add('empathy');
    await select('at nine');
    await add('empathy');
    expect(await quotes('empathy')).toBe('that you lost a day\nat nine');
    expect(await quotes('tone')).toBe('');
  });

  it('takes nothing from outside the response and moves to the box instead', async () => {
    await select('Rate: A lost day');
    await add('tone');
    expect(await quotes('tone')).toBe('');
    expect(await page.evaluate('document.activeElement.id')).toBe('quote-tone');
  });

  it('leaves the rating area in focus at first, so that level keys act at once', async () => {
    const fresh = await browser.newPage();
    await fresh.goto(site.address);
    await fresh.waitForSelector('main :focus, main:focus', { state: 'attached' });
    await fresh.keyboard.press('3');
    expect(await fresh.isChecked('input[name=level-empathy][value="3"]')).toBe(true);
  });
});

describe('what a rater typed', () => {
  const BACK = 'What you had typed here is back';
  const reason = () => fresh.inputValue('[name=reason]');
  const text = () => fresh.locator('main').innerText();
  let fresh: Page;
  let asked = 0;

  beforeAll(async () => {
    fresh = await browser.newPage();
    fresh.on('dialog', (dialog) => {
      if (dialog.type() === 'beforeunload') asked += 1;
      void dialog.accept();
    });
    await fresh.goto(site.address);
  });

  it('is asked about before the page is left, and is back when it is opened again', async () => {
    await fresh.reload();
    expect(asked).toBe(0);
    await fresh.check('input[name=level-tone][value="4"]', { force: true });
    await fresh.fill('[name=reason]', 'She names the next step.');
    await fresh.reload();
    expect(asked).toBe(1);
    expect(await reason()).toBe('She names the next step.');
    expect(await fresh.isChecked('input[name=level-tone][value="4"]')).toBe(true);
    expect(await text()).toContain(BACK);
  });

  it('is dropped where the rater wants what is saved', async () => {
    await fresh.getByRole('link', { name: 'Drop it' }).click();
    await fresh.waitForFunction('document.querySelector("[name=reason]").value === ""');
    expect(await text()).not.toContain(BACK);
  });

  it('goes from the tab once the server has it, without a question', async () => {
    asked = 0;
    await fresh.fill('[name=reason]', 'She says when.');
    await fresh.getByRole('button', { name: 'Save and next' }).click();
    await fresh.waitForLoadState('load');
    await fresh.goto(site.address);
    expect(asked).toBe(0);
    expect(await reason()).toBe('She says when.');
    expect(await text()).not.toContain(BACK);
    expect(await fresh.evaluate('sessionStorage.length')).toBe(0);
  });
});
