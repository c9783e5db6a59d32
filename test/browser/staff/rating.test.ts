import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { noFindings, type Visitor } from '../../journeys/visitor.ts';
import { rateOpenBatches } from '../../journeys/rater-steps.ts';
import {
  addFinished,
  addRatingRole,
  standingOf,
  tasksOf,
  type RatingRole,
} from '../../features/rating-desk/rating-role.ts';
import { allocate, deskOf, levels, rateAll } from '../../features/rating-desk/working-raters.ts';
import type { Staff } from '../../support/actors.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { launchChromium } from '../launch-chromium.ts';
import { seat } from './seated.ts';

const findings = noFindings();
let browser: Browser;
let test: TestApp;
const open = (who: Staff, options = {}): Promise<Visitor> => seat({ browser, test, findings }, who, options);

beforeAll(async () => {
  [browser, test] = await Promise.all([launchChromium(), startTestApp()]);
}, 90_000);
afterAll(async () => {
  await browser.close();
  await test.close();
});

/** Moves the focus on with Tab until it is where the test says. */
async function tabTo(page: Page, there: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    const found = await page.evaluate<boolean>(
      `document.activeElement?.matches(${JSON.stringify(there)}) ?? false`,
    );
    if (found) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no Tab leads to ${there} on ${page.url()}`);
}

async function enter(page: Page): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

async function rateByKeys(page: Page, first: string, second: string): Promise<void> {
  await page.keyboard.press(first);
  // The order of the criteria is this rater's own.
  const own = await page.evaluate<string>('document.activeElement.name');
  await tabTo(page, `[type=radio]:not([name="${own}"])`);
  await page.keyboard.press(second);
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('n')]);
}

describe('twenty responses', () => {
  it('are rated and handed in by keyboard alone, with a break offered on the way', async () => {
    const role = await addRatingRole(test, 2);
    for (let people = 1; people <= 10; people += 1) await addFinished(test, role);
    await allocate(role);
    const [rater] = role.raters as [Staff];
    const visitor = await open(rater);
    const { page } = visitor;
    let rated = 0;
    for (let batch = 1; batch <= 2; batch += 1) {
      await visitor.go('/rating');
      if (batch === 1) await visitor.check();
      await tabTo(page, 'article a.btn.primary');
      await enter(page);
      if (batch === 1) await visitor.check();
      await tabTo(page, 'main table a');
      await enter(page);
      if (batch === 1) await visitor.check();
      for (; (await page.locator('form[data-keys]').count()) > 0; rated += 1) {
        const before = await page.locator('form[data-keys] input:checked[type=radio]').count();
        expect(before).toBe(0);
        if (rated === 15) expect(await page.locator('aside[aria-label="A break"]').count()).toBe(1);
        if (rated === 15) await visitor.check();
        await rateByKeys(page, String(1 + (rated % 5)), '3');
        test.advance(3 * 60_000);
      }
      await tabTo(page, 'main form:not(details form) button[type=submit]');
      await enter(page);
      expect(await page.locator('main').innerText()).toContain('Handed in');
    }
    expect(rated).toBe(20);
    await test.deps.relay.soon();
    const tasks = await tasksOf(test, role);
    expect(tasks.flatMap(({ slots }) => slots).filter(({ state }) => state === 'handed-in')).toHaveLength(20);
    await visitor.context.close();
  });
});

describe('two raters who disagree', () => {
  let role: RatingRole;

  it('call a third one, who works without script, and a score follows', async () => {
    role = await addRatingRole(test, 3);
    const finished = await addFinished(test, role);
    const [one, two, three] = role.raters as [Staff, Staff, Staff];
    await allocate(role, [one, two]);
    await rateAll(test, one, levels(1, 3));
    await rateAll(test, two, levels(5, 3));
    expect((await standingOf(test, role, finished))?.evidence.kind).toBe('waiting-for-third');
    const visitor = await open(three, { javaScriptEnabled: false });
    await rateOpenBatches(visitor, { check: false, level: () => 4 });
    await test.deps.relay.soon();
    const standing = await standingOf(test, role, finished);
    expect(standing?.evidence).toEqual({ kind: 'complete' });
    // Empathy (10/3 − 1)/4 → 58.33, communication (3 − 1)/4 → 50, weighted 60 : 40.
    expect(standing?.written.value).toBeCloseTo(55, 8);
    await visitor.context.close();
  });

  it('are seen by the lead, and a batch is handed back with a reason', async () => {
    await addFinished(test, role);
    const [one, two] = role.raters as [Staff, Staff];
    await allocate(role, [one, two]);
    const rater = await open(one, { javaScriptEnabled: false });
    await rater.go('/rating');
    await rater.page.locator('article a.btn.primary').first().click();
    await rater.page.locator('summary').click();
    await rater.fill({ because: 'I am away from tomorrow on.' });
    await rater.press('Hand this batch back');
    expect(await rater.page.locator('main').innerText()).not.toContain('Nothing waits');
    const lead = await open(role.lead);
    await lead.go(deskOf(role));
    await test.deps.relay.soon();
    expect(await lead.page.locator('main').innerText()).toContain('I am away from tomorrow on.');
    await lead.check();
    await rater.context.close();
    await lead.context.close();
  });
});

it('finds nothing against accessibility or the content policy on the way', () => {
  expect(findings.violations).toEqual([]);
  expect(findings.reports).toEqual([]);
  expect(findings.checked.size).toBeGreaterThanOrEqual(8);
});
