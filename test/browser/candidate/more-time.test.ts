import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { askByLink, give, handlerOf } from '../../features/adjustments/asker.ts';
import { aSittingDevice, invite } from '../../features/candidate-attempt/candidate.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { launchChromium } from '../launch-chromium.ts';

const MINUTE = 60_000;

let test: TestApp;
let browser: Browser;
beforeAll(async () => {
  test = await startTestApp({ clock: 'running' });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await test.close();
});

/** Somebody in the part with texts; more time can be given for what they asked. */
async function sitDown() {
  const invited = await invite(test);
  await askByLink(test, invited, { want: 'more-time' });
  const device = await aSittingDevice(test, invited);
  await device.post('/parts/judgment/hand-in');
  await device.post('/parts/writing/start');
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto(`${test.address}/i/${invited.token}`);
  await page.getByRole('button', { name: 'Continue here' }).click();
  await page.getByRole('link', { name: 'Continue part 2' }).click();
  await page.waitForURL('**/items/w01**');
  const staff = await handlerOf(test, invited);
  const giveTime = () => give(test, staff, invited, 'writing', 10);
  return { device, context, page, giveTime };
}

const box = (page: Page) => page.locator('textarea[name=a]');
const says = (page: Page, words: string) => page.locator('#save-state', { hasText: words }).waitFor();
const clockSays = (page: Page, words: RegExp) =>
  page.locator('[data-timer-text]', { hasText: words }).waitFor({ timeout: 45_000 });

describe('more time after the end', () => {
  it('leads the page on by itself and brings back what came too late', async () => {
    const { device, context, page, giveTime } = await sitDown();
    await box(page).fill('saved in time');
    await says(page, 'Saved at');
    await context.setOffline(true);
    await box(page).fill('saved in time, and the end typed without a line');
    await says(page, 'Kept on this device');
    // Forty minutes, and the five that a lost connection is given back.
    test.advance(47 * MINUTE);
    await context.setOffline(false);
    await page.getByRole('heading', { name: 'Time is up' }).waitFor({ timeout: 30_000 });
    test.advance(2 * MINUTE);
    await test.runJobs();
    expect((await device.attempt()).parts['writing' as never]?.closedBy).toBe('time');
    await giveTime();
    await page.getByRole('heading', { name: 'Part 2 is running' }).waitFor({ timeout: 45_000 });
    await page.getByRole('link', { name: 'Continue part 2' }).click();
    await clockSays(page, /About (9|10) minutes left/);
    expect(await box(page).inputValue()).toBe('saved in time, and the end typed without a line');
    expect(await page.locator('blockquote').first().textContent()).toBe('saved in time');
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await page.waitForURL((url) => !url.pathname.endsWith('/items/w01'));
    const { responses } = await device.attempt();
    expect(responses['w01' as never]).toMatchObject({
      value: { a: 'saved in time, and the end typed without a line' },
    });
    await context.close();
  });

  it('moves the clock of a question that stands open without a line, which keeps its text', async () => {
    const { device, context, page, giveTime } = await sitDown();
    await context.setOffline(true);
    await box(page).fill('typed without a line');
    await says(page, 'Kept on this device');
    const url = page.url();
    test.advance(41 * MINUTE);
    await giveTime();
    await context.setOffline(false);
    await says(page, 'Saved at');
    await clockSays(page, /About (9|10|11|12|13|14|15) minutes left/);
    expect(page.url()).toBe(url);
    expect((await device.attempt()).responses['w01' as never]).toMatchObject({
      value: { a: 'typed without a line' },
    });
    await context.close();
  });
});
