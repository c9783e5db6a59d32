import { back, createSeats } from './browser-seats.mjs';
import { says } from './open-page.mjs';

const PART = 'writing';
const MINUTE = 60_000;
const ASLEEP_MS = 10 * MINUTE;
const DAY = 24 * 60 * MINUTE;
const KEYSTROKE_MS = 250;
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** What may happen to a candidate's browser. Every scenario answers with what was wrong, one sentence each. */
export function createScenarios({ product, role, browser, offlineMs, patienceMs, sleep, serverNow }) {
  const { seat, open, box, storedOf, keptAside, isStored, isShown } = createSeats({
    product,
    role,
    browser,
    part: PART,
  });
  const { items } = role.form.sections.find(({ id }) => id === PART);
  const [first, second] = items;

  const unless = (fine, problem) => (fine ? [] : [problem]);

  async function offlineAndKilled() {
    const { id, context, page } = await seat();
    const url = page.url();
    await context.setOffline(true);
    const until = Date.now() + offlineMs;
    let text = '';
    for (let n = 0; Date.now() < until; n += 1) {
      text += ` word${n}`;
      await box(page).pressSequentially(` word${n}`);
      await pause(KEYSTROKE_MS);
    }
    const kept = await says(page, 'Kept on this device', 8000);
    await pause(1000);
    const cdp = await context.newCDPSession(page);
    const crashed = page.waitForEvent('crash');
    void cdp.send('Page.crash').catch(() => undefined);
    await crashed;
    await page.close();
    await context.setOffline(false);
    await (await context.newPage()).goto(url);
    const stored = await isStored(id, text, patienceMs);
    await context.close();
    return [
      ...unless(kept, 'the page did not say that the text is kept on the device'),
      ...unless(stored, 'not every keystroke older than a second arrived'),
      ...(await keptAside(id)),
    ];
  }

  /** The answer to a save takes two seconds, and the next page is opened meanwhile. */
  async function leftWhileSaving() {
    const { id, context, page } = await seat();
    let slow = true;
    await page.route('**/response', async (route) => {
      const response = await route.fetch({ maxRedirects: 0 });
      if (slow) await pause(2000);
      slow = false;
      await route.fulfill({ response }).catch(() => undefined);
    });
    const saving = page.waitForRequest('**/response');
    await box(page).fill('under way');
    await saving;
    await box(page).fill('under way, and a little more');
    await page.getByRole('button', { name: 'Save and see' }).click();
    await page.locator('textarea[name=b]').waitFor();
    await page.goto(page.url().replace(`/items/${first}`, `/items/${second}`));
    const stored = await isStored(id, 'under way, and a little more', 6000);
    await context.close();
    return [...unless(stored, 'the last text was not stored'), ...(await keptAside(id))];
  }

  /** A copied address makes no second writer; the link opened again does, and the first tab says so. */
  async function twoTabs() {
    const { id, token, context, page } = await seat();
    const reader = await context.newPage();
    await reader.goto(page.url().replace(/\?.*/, ''));
    const offers = await reader.getByRole('button', { name: 'Continue here' }).count();
    await box(page).fill('from the first tab');
    const stored = await isStored(id, 'from the first tab', 6000);
    const other = await open(context, token);
    await box(page).fill('typed in the tab that was left');
    // Both tabs share the cookie, which the link has renewed: the page is opened anew before it may continue.
    const told = await isShown(page, 'Your link was opened again on this device');
    const untouched = (await storedOf(id)) === 'from the first tab';
    await page.getByRole('button', { name: 'Continue here' }).click();
    await page.waitForURL((url) => !url.search.includes('writer='));
    await page.getByRole('button', { name: 'Continue here' }).click();
    const arrived = await isStored(id, 'typed in the tab that was left', 8000);
    await box(other).fill('typed in the other tab');
    const toldToo = await isShown(other, 'You went on in another window');
    await context.close();
    return [
      ...unless(offers > 0, 'a page without its writer offers no way to continue'),
      ...unless(stored, 'opening an address stopped the first tab'),
      ...unless(told && toldToo, 'a tab that was left does not say so'),
      ...unless(untouched, 'a tab that was left wrote over the stored text'),
      ...unless(arrived, 'the text of the tab did not arrive after "Continue here"'),
    ];
  }

  async function twoDevices() {
    const { id, token, context, page } = await seat();
    await box(page).fill('from the phone');
    const stored = await isStored(id, 'from the phone', 6000);
    const desk = await browser.newContext();
    const other = await open(desk, token);
    const shown = (await box(other).inputValue()) === 'from the phone';
    await box(other).fill('from the desk');
    const storedThere = await isStored(id, 'from the desk', 6000);
    await box(page).fill('from the phone again');
    const told = await isShown(page, 'You went on in another window');
    await page.getByRole('button', { name: 'Continue here' }).click();
    await page.locator('#kept').waitFor();
    const both = [await page.locator('[data-kept-text]').textContent(), await box(page).inputValue()];
    await page.getByRole('button', { name: 'Use the text from this device' }).click();
    const chosen = await isStored(id, 'from the phone again', 6000);
    await Promise.all([context.close(), desk.close()]);
    return [
      ...unless(stored && shown && storedThere, 'the other device did not go on where the first was'),
      ...unless(told, 'the device that was left does not say so'),
      ...unless(both.join('|') === 'from the phone again|from the desk', `not both texts: ${both.join('|')}`),
      ...unless(chosen, 'the chosen text was not stored'),
    ];
  }

  async function backWithoutScript() {
    const { id, context, page } = await seat({ javaScriptEnabled: false });
    await box(page).fill('saved first');
    await page.getByRole('button', { name: 'Save and see' }).click();
    await page.locator('textarea[name=b]').waitFor();
    await box(page).fill('saved second');
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await page.waitForURL(`**/items/${second}**`);
    await back(page);
    await back(page);
    await box(page).fill('typed on the old page');
    await page.locator('#response button.primary').first().click();
    await page.waitForLoadState();
    const shown = (await box(page).inputValue()) === 'typed on the old page';
    const beside = (await page.locator('blockquote').first().textContent())?.trim() ?? '';
    const kept = beside === 'saved second' ? await keptAside(id) : [];
    await page.locator('#response button.primary').first().click();
    const stored = await isStored(id, 'typed on the old page', 3000);
    await context.close();
    const fresh = (await storedOf(id)) === 'typed on the old page' && beside === '';
    return [
      ...unless(shown || fresh, 'the text typed on the old page is not in its box'),
      ...unless(
        kept.length > 0 || fresh,
        'an overtaken text was not kept aside, or not shown beside the stored one',
      ),
      ...unless(stored, '"save again" did not store it'),
    ];
  }

  async function backAfterHandIn() {
    const { id, context, page } = await seat();
    await box(page).fill('handed in');
    await isStored(id, 'handed in', 6000);
    await page.goto(page.url().replace(/\/items\/.*\?/, `/parts/${PART}/check?`));
    await page.getByRole('button', { name: 'Hand in' }).click();
    await page.waitForURL(/receipt|attempts\/[\w-]+\?/);
    const { receipt } = await role.attemptOf(id);
    await back(page);
    await back(page);
    await pause(1500);
    if ((await box(page).count()) > 0) {
      await box(page)
        .fill('typed after the end')
        .catch(() => undefined);
      await pause(2000);
    }
    const after = await role.attemptOf(id);
    const own = await page.evaluate(
      'Object.keys(localStorage).filter((key) => key.startsWith("attune:")).length',
    );
    const problems = [
      ...unless(receipt !== null, 'there is no receipt'),
      ...unless(after.receipt?.code === receipt?.code, 'the receipt has changed'),
      ...unless(after.responses[first].value.a === 'handed in', 'the stored text has changed'),
      ...unless((await box(page).count()) === 0, `a question stands open again at ${page.url()}`),
      ...unless(own === 0, 'an answer is left on the device'),
    ];
    await context.close();
    return problems;
  }

  /** A page comes back as it was left, while another device has saved more. Some browsers keep what says no-store, too. */
  async function outOfTheCache() {
    const { id, token, context, page } = await seat();
    await context.route('**/items/**', async (route) => {
      const response = await route.fetch({ maxRedirects: 0 });
      const headers = { ...response.headers(), 'cache-control': 'private' };
      await route.fulfill({ response, headers });
    });
    await page.reload();
    await box(page).fill('as it was left');
    await isStored(id, 'as it was left', 6000);
    await page.evaluate(
      'addEventListener("pageshow", ({ persisted }) => { sessionStorage.cached = persisted; })',
    );
    await page.goto(`${product.url}/sign-in`);
    const desk = await browser.newContext();
    const other = await open(desk, token);
    await box(other).fill('saved meanwhile');
    await isStored(id, 'saved meanwhile', 6000);
    await back(page);
    await pause(2500);
    const shown = await box(page)
      .inputValue({ timeout: 3000 })
      .catch(() => null);
    const cached = await page.evaluate('sessionStorage.cached');
    await Promise.all([context.close(), desk.close()]);
    return [
      ...unless(cached === 'true', 'the page did not come out of the cache'),
      ...unless(shown === 'saved meanwhile', `the page shows ${shown}`),
      ...unless((await storedOf(id)) === 'saved meanwhile', 'the old text was written over the new one'),
    ];
  }

  async function bindingRemoved() {
    const { id, token, context, page } = await seat();
    await context.clearCookies();
    await box(page).fill('typed without a cookie');
    const told = await isShown(page, 'This device is not connected to your test any more');
    const again = await open(context, token);
    const stored = await isStored(id, 'typed without a cookie', 8000);
    const shown = (await box(again).inputValue()) === 'typed without a cookie';
    await context.close();
    return [
      ...unless(told, 'the page does not say that the device is not connected any more'),
      ...unless(stored && shown, 'the text did not arrive when the link was opened again'),
    ];
  }

  /** The words change at half minutes: a second before and a second after, they have to be the server's. */
  async function judgeTimer(page, at) {
    const text = page.locator('[data-timer-text]');
    await pause(at - 1000 - serverNow());
    const before = await text.textContent();
    await pause(at + 1000 - serverNow());
    const after = await text.textContent();
    const words = `${before} | ${after}`;
    return unless(words === 'About 21 minutes left | About 20 minutes left', `the clock shows: ${words}`);
  }

  async function wrongDeviceClock() {
    const problems = [];
    for (const clockAhead of [DAY, -DAY]) {
      const { id, context, page } = await seat({ clockAhead });
      const change = serverNow() + 6000;
      await role.setDeadline(id, PART, change + 20.5 * MINUTE);
      await page.reload();
      problems.push(...(await judgeTimer(page, change)));
      await context.close();
    }
    return problems;
  }

  /** The clock of a page may stand while the device sleeps; the server's and the device's go on. */
  async function asleep() {
    const { id, context, page } = await seat();
    await pause(1500);
    // Two seconds after waking the words are right already: the first look is a second before the change.
    const change = serverNow() + ASLEEP_MS + 3000;
    await role.setDeadline(id, PART, change + 20.5 * MINUTE);
    sleep(ASLEEP_MS);
    await page.evaluate(`moveClock(${ASLEEP_MS})`);
    const problems = await judgeTimer(page, change);
    await context.close();
    return problems;
  }

  return {
    offlineAndKilled,
    leftWhileSaving,
    twoTabs,
    twoDevices,
    backWithoutScript,
    backAfterHandIn,
    outOfTheCache,
    bindingRemoved,
    wrongDeviceClock,
    asleep,
  };
}
