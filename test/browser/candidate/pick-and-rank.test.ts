import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { aForm, aPickOneItem, aRankOptionsItem, JUDGMENT } from '../../core/form/a-form.ts';
import { aSittingDevice, invite } from '../../features/candidate-attempt/candidate.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { launchChromium } from '../launch-chromium.ts';
import { findViolations, widthOf } from '../probes.ts';

let test: TestApp;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  test = await startTestApp({ clock: 'running' });
  browser = await launchChromium();
  page = await browser.newPage({ viewport: { width: 390, height: 844 }, bypassCSP: true });
  await openOrder();
});
afterAll(async () => {
  await browser.close();
  await test.close();
});

async function openOrder(): Promise<void> {
  const items = [aRankOptionsItem(), aPickOneItem()];
  const plain = aForm();
  const sections = plain.sections
    .filter(({ id }) => id === JUDGMENT)
    .map((section) => ({ ...section, items: items.map(({ id }) => id) }));
  const invited = await invite(test, { form: aForm({ items, sections }) });
  await aSittingDevice(test, invited);
  await page.goto(`${test.address}/i/${invited.token}`);
  await page.getByRole('button', { name: 'Continue here' }).click();
  await page.getByRole('link', { name: 'Continue part 1' }).click();
  await page.waitForURL('**/items/r01**');
}

const rows = () => page.locator('.rank > li > label').allTextContents();
const focused = () => page.evaluate<string>('document.activeElement.textContent.trim()');

async function expectSound(width: number): Promise<void> {
  await page.setViewportSize({ width, height: 844 });
  expect(await findViolations(page)).toEqual([]);
  expect(await widthOf(page)).toBeLessThanOrEqual(width);
}

async function pressMove(name: string): Promise<void> {
  await page.getByRole('button', { name }).focus();
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

describe('an order by keyboard', () => {
  it('moves an option, keeps the focus on its button and says the place', async () => {
    await pressMove('Move up: Do c next.');
    expect(await rows()).toEqual(['Do a next.', 'Do c next.', 'Do b next.', 'Do d next.']);
    expect(await focused()).toContain('Move up: Do c next. Place 2 of 4.');
    await pressMove('Move up: Do c next.');
    expect((await rows())[0]).toBe('Do c next.');
    expect(await focused()).toContain('Place 1 of 4.');
  });

  it('takes a number with Enter', async () => {
    await page.getByLabel('Do d next.', { exact: true }).fill('1');
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    expect((await rows())[0]).toBe('Do d next.');
  });

  it.each([320, 390, 1440])('has no fault for axe and fits at %d px', async (width) => {
    await expectSound(width);
    expect(await rows()).toHaveLength(4);
  });

  it('is stored as confirmed and leads on to the pick', async () => {
    await page.getByLabel('This is my order').check();
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await page.waitForURL('**/items/k01**');
    await page.getByLabel('Do b next.').check();
    for (const width of [320, 390, 1440]) await expectSound(width);
    await page.getByRole('button', { name: 'Save and check' }).click();
    await page.waitForURL('**/check**');
    expect((await page.locator('tbody').innerText()).match(/Answered/g)).toHaveLength(2);
  });
});
