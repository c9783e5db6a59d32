import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Attempt } from '../../../src/core/attempt/attempt.ts';
import { orderErasure } from '../../../src/features/erasure/order-erasure.ts';
import { aSittingDevice, invite, type Invited } from '../../features/candidate-attempt/candidate.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { launchChromium } from '../launch-chromium.ts';

let test: TestApp;
let browser: Browser;
let address: string;
beforeAll(async () => {
  test = await startTestApp({ clock: 'running' });
  address = test.address;
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await test.close();
});

let context: BrowserContext;
let page: Page;
let invited: Invited;
const faults: string[] = [];

function watch(opened: Page): Page {
  opened.on('pageerror', ({ message }) => faults.push(message));
  opened.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) faults.push(message.text());
  });
  return opened;
}

beforeEach(async () => {
  faults.length = 0;
  invited = await invite(test);
  context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  page = watch(await context.newPage());
  const device = await aSittingDevice(test, invited);
  await device.post('/parts/judgment/hand-in');
  await device.post('/parts/writing/start');
  await begin(page);
  await page.getByRole('link', { name: 'Continue part 2' }).click();
  await page.waitForURL('**/items/w01**');
});

/** Opens the link on a device: what was begun by then continues there. */
async function begin(tab: Page): Promise<void> {
  await tab.goto(`${address}/i/${invited.token}`);
  await tab.getByRole('button', { name: 'Continue here' }).click();
  await tab.waitForURL('**/attempts/**');
}

async function attempt(): Promise<Attempt> {
  const { organisationId, requisitionId, id } = invited.applicant;
  const found = await test.deps.stores.attempts.findByApplicant(organisationId, requisitionId, id);
  if (found === null) throw new Error('there is no attempt');
  return found;
}

const stepA = async () => {
  const value = (await attempt()).responses['w01' as never]?.value;
  return value?.kind === 'written-response' ? value.a : null;
};

/** Waits until the server holds a text, or gives up with what it holds. */
async function storedWithin(ms: number, text: string): Promise<string | null> {
  const until = Date.now() + ms;
  while ((await stepA()) !== text && Date.now() < until) await new Promise((done) => setTimeout(done, 50));
  return stepA();
}

/** A gap of six minutes: five of them are given back, and no more after that. */
async function useUpGivenBackTime(): Promise<void> {
  test.advance(6 * 60_000);
  await page.reload();
  for (let tries = 0; tries < 100; tries += 1) {
    if (((await attempt()).parts['writing' as never]?.creditMs ?? 0) > 0) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('no time was given back');
}

const write = (text: string, tab = page) => tab.locator('textarea[name=a]').fill(text);
const saysSoon = (words: string, tab = page) =>
  tab.locator('#save-state', { hasText: words }).waitFor({ timeout: 20_000 });
const onDevice = () =>
  page.evaluate<number>('Object.keys(localStorage).filter((key) => key.startsWith("attune:")).length');

describe('the page of a question', () => {
  it('saves what is typed by itself and says so', async () => {
    await write('typed and left');
    await saysSoon('Saved at');
    expect(await page.locator('#save-state').innerText()).toMatch(/Saved at \d\d:\d\d$/);
    expect(await stepA()).toBe('typed and left');
    expect(await onDevice()).toBe(0);
    expect(faults).toEqual([]);
  });

  it('sends the last words when it is left at once', async () => {
    await write('typed just before leaving');
    await page.goto('about:blank');
    expect(await storedWithin(3000, 'typed just before leaving')).toBe('typed just before leaving');
  });

  it('keeps answers on the device while offline, stays, and sends them afterwards', async () => {
    await context.setOffline(true);
    await write('typed without a line');
    await saysSoon('Kept on this device');
    await page.getByRole('button', { name: 'Save and see' }).click();
    await saysSoon('Press again when you are back online');
    expect(page.url()).toContain('/items/w01');
    expect(await onDevice()).toBe(1);
    await context.setOffline(false);
    expect(await storedWithin(10_000, 'typed without a line')).toBe('typed without a line');
    await saysSoon('Saved at');
  });

  it('brings back what a lost tab had not sent', async () => {
    const url = page.url();
    await context.setOffline(true);
    await write('typed before the tab was lost');
    await saysSoon('Kept on this device');
    await page.close();
    await context.setOffline(false);
    page = watch(await context.newPage());
    await page.goto(url);
    expect(await page.locator('textarea[name=a]').inputValue()).toBe('typed before the tab was lost');
    expect(await storedWithin(3000, 'typed before the tab was lost')).toBe('typed before the tab was lost');
  });

  it('goes on with the same number, so that nothing is kept aside on the way', async () => {
    await write('first step');
    await page.getByRole('button', { name: 'Save and see' }).click();
    await page.locator('textarea[name=b]').fill('second step');
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await page.waitForURL('**/items/w02**');
    const saved = await attempt();
    expect(saved.responses['w01' as never]?.value).toMatchObject({ a: 'first step', b: 'second step' });
    expect(await test.deps.stores.quarantine.list(saved)).toEqual([]);
  });

  it('tells the window that was left, and continues there in place with its text', async () => {
    await write('saved here');
    await saysSoon('Saved at');
    const other = watch(await (await browser.newContext()).newPage());
    await begin(other);
    await write('typed in the left window');
    await page.getByRole('heading', { name: 'You went on in another window' }).waitFor();
    expect(await stepA()).toBe('saved here');
    await page.getByRole('button', { name: 'Continue here' }).click();
    await page.waitForURL('**writer=4**');
    expect(await storedWithin(4000, 'typed in the left window')).toBe('typed in the left window');
    expect(await page.locator('textarea[name=a]').inputValue()).toBe('typed in the left window');
    await other.context().close();
  });

  it('shows both texts where the other window has saved since, and lets the candidate choose', async () => {
    const other = watch(await (await browser.newContext()).newPage());
    await begin(other);
    await other.getByRole('link', { name: 'Continue part 2' }).click();
    await write('from the other device', other);
    await saysSoon('Saved at', other);
    await write('from this device');
    await page.getByRole('button', { name: 'Continue here' }).click();
    await page.locator('#kept').waitFor();
    expect(await page.locator('[data-kept-text]').textContent()).toBe('from this device');
    expect(await page.locator('textarea[name=a]').inputValue()).toBe('from the other device');
    await page.getByRole('button', { name: 'Use the text from this device' }).click();
    expect(await storedWithin(4000, 'from this device')).toBe('from this device');
    await other.context().close();
  });

  it('keeps the text of a second window of the same writer until it is chosen, over a reload', async () => {
    const other = watch(await context.newPage());
    await other.goto(page.url());
    for (const text of ['saved once', 'saved twice', 'saved three times']) {
      await write(text);
      expect(await storedWithin(6000, text)).toBe(text);
    }
    await write('typed in the other window', other);
    await other.locator('#kept').waitFor();
    await other.reload();
    await other.locator('#kept').waitFor();
    expect(await other.locator('[data-kept-text]').textContent()).toBe('typed in the other window');
    await other.getByRole('button', { name: 'Use the text from this device' }).click();
    expect(await storedWithin(6000, 'typed in the other window')).toBe('typed in the other window');
    expect(await other.locator('#kept').isVisible()).toBe(false);
  });

  it('keeps what each of two windows of a writer typed without a line, though one of them is lost', async () => {
    const url = page.url();
    const other = watch(await context.newPage());
    await other.goto(url);
    await context.setOffline(true);
    await write('typed first, in the window that is lost');
    await saysSoon('Kept on this device');
    await write('typed in the other window', other);
    await saysSoon('Kept on this device', other);
    await page.close();
    await context.setOffline(false);
    expect(await storedWithin(10_000, 'typed in the other window')).toBe('typed in the other window');
    page = watch(await context.newPage());
    await page.goto(url);
    await page.locator('#kept').waitFor();
    expect(await page.locator('[data-kept-text]').textContent()).toBe(
      'typed first, in the window that is lost',
    );
    expect(await page.locator('textarea[name=a]').inputValue()).toBe('typed in the other window');
    await page.getByRole('button', { name: 'Keep the saved one' }).click();
    await page.waitForURL(url);
    await page.waitForFunction('localStorage.length === 0');
    expect(await page.locator('#kept').isVisible()).toBe(false);
  });

  it('hands in what waits on the device, and stays while it cannot be sent', async () => {
    await write('saved');
    await saysSoon('Saved at');
    await context.route('**/response', (route) => route.abort());
    await write('saved, and this waits');
    await saysSoon('Kept on this device');
    await page.evaluate('navigator.sendBeacon = () => false');
    await context.route('**/state**', (route) => route.abort());
    await page.goto(page.url().replace(/\/items\/.*\?/, '/parts/writing/check?'));
    await page.getByRole('button', { name: 'Hand in' }).click();
    await saysSoon('Press again when you are back online');
    expect((await attempt()).state).toBe('open');
    await context.unrouteAll();
    await page.getByRole('button', { name: 'Hand in' }).click();
    await page.waitForURL('**/receipt**');
    expect(await stepA()).toBe('saved, and this waits');
    expect(await onDevice()).toBe(0);
  });

  it('gives what it never sent to the server before the receipt clears the device', async () => {
    await write('saved');
    await saysSoon('Saved at');
    await useUpGivenBackTime();
    await context.setOffline(true);
    await write('saved, and typed in time without a line');
    await saysSoon('Kept on this device');
    await page.close();
    test.advance(45 * 60_000);
    await test.runJobs();
    await context.setOffline(false);
    page = watch(await context.newPage());
    await page.goto(`${address}/i/${invited.token}`);
    await page.locator('main form[action$="/begin"] button').click();
    await page.waitForURL('**/receipt**');
    const keptAside = async () =>
      (await test.deps.stores.quarantine.list(await attempt())).map(({ value }) => value);
    for (let tries = 0; tries < 100 && (await keptAside()).length === 0; tries += 1)
      await new Promise((done) => setTimeout(done, 50));
    expect(await keptAside()).toMatchObject([{ a: 'saved, and typed in time without a line' }]);
    await page.waitForFunction('localStorage.length === 0');
  });

  it('stops, says why and keeps nothing on the device once the test was erased', async () => {
    await context.setOffline(true);
    await write('typed before it was erased');
    await saysSoon('Kept on this device');
    const target = await test.deps.stores.erasure.findTarget(invited.applicant.id);
    if (target === null) throw new Error('nobody is there');
    await orderErasure(test.deps, null, target);
    await test.deps.relay.soon();
    await context.setOffline(false);
    await page.getByRole('heading', { name: 'This test has been erased' }).waitFor({ timeout: 12_000 });
    await write('typed afterwards');
    expect(await page.locator('#save-state').textContent()).toBe('Nothing is saved any more');
    expect(await onDevice()).toBe(0);
    await page.evaluate(
      `localStorage.setItem('attune:' + document.getElementById('attempt').dataset.id + ':w01', 'left over')`,
    );
    await page.reload();
    expect(await page.locator('h1').textContent()).toBe('This test has been erased');
    expect(await onDevice()).toBe(0);
  });

  it('goes on where a lost connection at the end is given back', async () => {
    test.advance(42 * 60_000);
    await page.reload();
    await page.getByRole('heading', { name: 'Part 2 is running' }).waitFor({ timeout: 20_000 });
    expect((await attempt()).parts['writing' as never]?.creditMs).toBe(5 * 60_000);
  });

  it('says that the time is up, counts what was saved, and leaves nothing on the device at the end', async () => {
    await write('saved in time');
    await saysSoon('Saved at');
    await useUpGivenBackTime();
    test.advance(39 * 60_000 - 5000);
    await page.reload();
    await page.getByRole('heading', { name: 'Time is up' }).waitFor({ timeout: 12_000 });
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.waitForURL('**/receipt**');
    expect(await page.locator('main').textContent()).toContain('saved in time');
    expect(await onDevice()).toBe(0);
    expect(faults).toEqual([]);
  });
});
