import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const RULES = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']";
const WIDTHS = [1440, 390] as const;
const AXE_WIDTH = 390;

/** One person with a browser of their own. Everything that the content policy reports is kept. */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  go(path: string): Promise<void>;
  fill(fields: Readonly<Record<string, string>>): Promise<void>;
  press(name: string): Promise<void>;
  /** Runs axe on a phone's width and looks at both widths for what does not fit; `judge -- pages` runs axe at both. */
  check(): Promise<void>;
}

/** What was found on all pages of a journey. */
export interface Findings {
  readonly violations: string[];
  readonly reports: string[];
  readonly checked: Set<string>;
}

export const noFindings = (): Findings => ({ violations: [], reports: [], checked: new Set() });

export async function visit(
  browser: Browser,
  url: string,
  findings: Findings,
  options: { javaScriptEnabled?: boolean } = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on('console', (message) => {
    if (/Content.Security.Policy|Trusted/i.test(message.text())) findings.reports.push(message.text());
  });
  page.on('pageerror', (error) => {
    // The cross-fade between two pages ends early when the next click comes soon; nothing is wrong then.
    if (!error.message.startsWith('Transition was')) findings.reports.push(`${page.url()}: ${error.message}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) findings.reports.push(`${response.status()} from ${response.url()}`);
  });
  return {
    page,
    context,
    go: async (path) => {
      await page.goto(path.startsWith('http') ? path : `${url}${path}`);
    },
    fill: async (fields) => {
      for (const [name, value] of Object.entries(fields)) await page.fill(`[name="${name}"]`, value);
    },
    press: async (name) => {
      await follow(page, page.getByRole('button', { name }).first());
    },
    check: () => checkPage(page, findings),
  };
}

/** Axe is handed to the browser by the debugger, so the page's own policy stays in force. */
async function checkPage(page: Page, findings: Findings): Promise<void> {
  await page.evaluate(axe);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const found = width === AXE_WIDTH ? await findViolations(page) : [];
    const scrolls = await page.evaluate<number>('document.documentElement.scrollWidth');
    const where = `${new URL(page.url()).pathname.replace(/[\w-]{22,}(\.\d+\.[\w-]+)?/g, ':id')} at ${width}`;
    findings.checked.add(where);
    findings.violations.push(...found.map((one) => `${where}: ${one}`));
    if (scrolls > width) findings.violations.push(`${where}: scrolls sideways (${scrolls})`);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

function findViolations(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`axe
    .run(document, { runOnly: ${RULES}, resultTypes: ['violations'] })
    .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`);
}

/** The names of the groups of radios in a part of the page, in their order. */
export function radioGroups(page: Page, within: string): Promise<string[]> {
  return page.evaluate<string[]>(
    `[...new Set([...document.querySelectorAll('${within} input[type=radio]')].map(({ name }) => name))]`,
  );
}

/** Clicks, waits until the page that the click leads to has replaced this one, and until it is whole. */
export async function follow(page: Page, target: Locator): Promise<void> {
  const arrived = page.waitForEvent('framenavigated', (frame) => frame === page.mainFrame());
  await target.click();
  await arrived;
  await page.waitForLoadState('load');
}

/** Chooses one radio of each group: by a real click, or in one go where the clicks have been walked before. */
export async function choose(
  page: Page,
  within: string,
  choices: readonly (readonly [name: string, value: string])[],
  byHand: boolean,
): Promise<void> {
  const radio = ([name, value]: readonly [string, string]) => `[name="${name}"][value="${value}"]`;
  if (byHand) {
    for (const choice of choices) await page.locator(`${within} label:has(${radio(choice)})`).click();
    return;
  }
  const chosen =
    await page.evaluate<number>(`${JSON.stringify(choices.map((choice) => `${within} ${radio(choice)}`))}
    .map((one) => document.querySelector(one))
    .filter((one) => !one.disabled && ((one.checked = true), one.dispatchEvent(new Event('change', { bubbles: true }))))
    .length`);
  if (chosen !== choices.length) throw new Error(`${chosen} of ${choices.length} could be chosen`);
}
