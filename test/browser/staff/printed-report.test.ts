import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startRecomputed, type RecomputedRole } from '../../features/exports/recomputed-role.ts';
import { launchChromium } from '../launch-chromium.ts';
import { serveStaffPages } from '../serve-staff-pages.ts';

let made: RecomputedRole;
let browser: Browser;

beforeAll(async () => {
  [made, browser] = await Promise.all([startRecomputed(), launchChromium()]);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await made.test.close();
});

/** What an A4 sheet has room for within its margins, in CSS pixels. */
const SHEET = { width: Math.round((182 / 25.4) * 96), height: (269 / 25.4) * 96 };

async function open(path: string): Promise<{ page: Page; close: () => Promise<void> }> {
  const { text } = await made.recruiter.get(path).expect(200);
  const html = text.replace(/href="[^"]*\.css"/, 'href="/assets/app.css"');
  const served = await serveStaffPages({ '/printed': () => ({ html }) });
  const page = await browser.newPage({ viewport: { width: SHEET.width, height: 800 } });
  await page.goto(`${served.address}/printed`);
  await page.emulateMedia({ media: 'print' });
  return {
    page,
    close: async () => {
      await page.close();
      await served.close();
    },
  };
}

/** How many sheets it takes, and how many it would fill from top to bottom. */
async function printed(page: Page): Promise<{ sheets: number; full: number }> {
  const file = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  const sheets = file.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
  const { height } = (await page.locator('main').boundingBox()) ?? { height: 0 };
  return { sheets, full: height / SHEET.height };
}

describe('a page on paper', () => {
  it.each(['', '/interview-guide'])('leaves no half-empty sheets: /applicants/…%s', async (end) => {
    for (const person of made.scored.slice(0, 3)) {
      const { page, close } = await open(made.at(`/applicants/${person.applicantId}${end}`));
      const { sheets, full } = await printed(page);
      expect(full).toBeGreaterThan(1.5);
      expect(sheets).toBeGreaterThanOrEqual(Math.floor(full));
      // The last sheet, and a tenth for what is kept together.
      expect(sheets).toBeLessThanOrEqual(Math.ceil(full * 1.1));
      await close();
    }
  });
});
