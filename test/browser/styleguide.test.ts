import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { styleguideVm } from '../../src/http/styleguide.ts';
import { aChrome, renderView } from '../views/render-view.ts';
import { launchChromium } from './launch-chromium.ts';
import { findSmallTargets, findViolations, focusBelowBar, styleOf, widthOf } from './probes.ts';
import { serveStaffPages } from './serve-staff-pages.ts';

const states = [
  { name: 'wide', width: 1440 },
  { name: 'wide and dark', width: 1440, colorScheme: 'dark' },
  { name: 'a phone', width: 390 },
  { name: 'a dark phone', width: 390, colorScheme: 'dark' },
  { name: 'the narrowest', width: 320 },
  { name: 'right to left', width: 1440, dir: 'rtl' },
] as const;

let browser: Browser;
let site: Awaited<ReturnType<typeof serveStaffPages>>;
beforeAll(async () => {
  const pages = (['ltr', 'rtl'] as const).map((dir) => {
    const chrome = aChrome({ dir, simulated: true, scriptHref: '/assets/staff.js' });
    const staff = renderView('styleguide/index', 'staff', styleguideVm(), chrome);
    const attempt = renderView('styleguide/attempt', 'candidate', styleguideVm(), {
      ...chrome,
      scriptHref: null,
    });
    return [
      [`/staff-${dir}`, () => ({ html: staff.html() })],
      [`/attempt-${dir}`, () => ({ html: attempt.html() })],
    ] as const;
  });
  browser = await launchChromium();
  site = await serveStaffPages(Object.fromEntries(pages.flat()));
}, 60_000);
afterAll(async () => {
  await browser.close();
  await site.close();
});

describe.each(['staff', 'attempt'])('the parts on the %s page', (view) => {
  it.each(states)('are sound on $name', async (state) => {
    const context = await browser.newContext({
      viewport: { width: state.width, height: 900 },
      colorScheme: 'colorScheme' in state ? state.colorScheme : 'light',
      reducedMotion: 'reduce',
      bypassCSP: true,
    });
    const page = await context.newPage();
    await page.goto(`${site.address}/${view}-${'dir' in state ? state.dir : 'ltr'}`);
    expect(await findViolations(page)).toEqual([]);
    expect(await widthOf(page)).toBe(state.width);
    expect(await findSmallTargets(page, 24)).toEqual([]);
    await context.close();
  });
});

describe('a candidate’s page', () => {
  it('has buttons of 48 and points of 40 pixels on the narrowest phone', async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 900 } });
    await page.goto(`${site.address}/attempt-ltr`);
    expect(await findSmallTargets(page, 40, '.point input')).toEqual([]);
    expect(await findSmallTargets(page, 48, '.btn')).toEqual([]);
    await page.close();
  });

  it('spells out the words of the chosen point, without script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site.address}/attempt-ltr`);
    const shown = () => page.locator('.rated:has([name=option-b]) input:checked ~ .words').allInnerTexts();
    expect(await shown()).toEqual([]);
    await page.locator('input[name=option-b][value="2"]').check();
    expect(await shown()).toEqual(['Unhelpful']);
    expect(await styleOf(page, '[name=option-b]:checked ~ .words', 'clipPath')).toBe('none');
    await context.close();
  });

  it('never hides the focus under its bar', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 700 } });
    await page.goto(`${site.address}/attempt-ltr`);
    for (let step = 0; step < 12; step += 1) await page.keyboard.press('Tab');
    for (let step = 0; step < 12; step += 1) {
      await page.keyboard.press('Shift+Tab');
      expect(await focusBelowBar(page)).toBeGreaterThanOrEqual(0);
    }
    await page.close();
  });
});

describe('forced colours', () => {
  it('leave an outline on what has the focus and a sign on the chosen point', async () => {
    const page = await browser.newPage({ forcedColors: 'active' });
    await page.goto(`${site.address}/attempt-ltr`);
    await page.locator('input[name=option-a][value="6"]').focus();
    await page.keyboard.press('ArrowLeft');
    const point = (value: number) => `input[name=option-a][value="${value}"]`;
    expect(await styleOf(page, point(5), 'outlineStyle')).toBe('solid');
    const chosen = await styleOf(page, point(5), 'backgroundColor');
    expect(chosen).not.toBe(await styleOf(page, point(6), 'backgroundColor'));
    await page.close();
  });
});
