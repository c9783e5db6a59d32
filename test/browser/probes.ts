import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** Each element that breaks a rule of axe, with the rule. The page must be opened with bypassCSP. */
export async function findViolations(page: Page): Promise<string[]> {
  await page.addScriptTag({ content: axe });
  return page.evaluate<string[]>(`axe
    .run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
    .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`);
}

/** Visible controls that are smaller than so many pixels; a control in a label has the whole label as its target. */
export function findSmallTargets(
  page: Page,
  pixels: number,
  selector = 'a, button, input, select, textarea, summary',
): Promise<string[]> {
  return page.evaluate<string[]>(`[...document.querySelectorAll(${JSON.stringify(selector)})]
    .filter((one) => one.checkVisibility())
    .map((one) => ({ one, box: (one.closest('label') ?? one).getBoundingClientRect() }))
    .filter(({ box }) => box.width < ${pixels} || box.height < ${pixels})
    .map(({ one }) => one.outerHTML)`);
}

export const widthOf = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth');

/** How far the focus lies below the sticky bar; negative when the bar covers it. */
export function focusBelowBar(page: Page): Promise<number> {
  return page.evaluate<number>(`(() => {
    const bar = document.querySelector('.bar-top');
    const focused = document.activeElement;
    if (focused === document.body || focused.closest('.bar-top, .skip')) return 0;
    return focused.getBoundingClientRect().top - bar.getBoundingClientRect().bottom;
  })()`);
}

export function styleOf(page: Page, selector: string, property: string): Promise<string> {
  return page.evaluate<string>(
    `getComputedStyle(document.querySelector(${JSON.stringify(selector)}))[${JSON.stringify(property)}]`,
  );
}
