import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { smallTargets } from './targets.mjs';
import { tabThrough } from './walk-by-keyboard.mjs';

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Every way in which a page is looked at. Right-to-left turns the page as a translation into Arabic would. */
export const STATES = [
  { name: 'desk', width: 1440, byTab: true },
  { name: 'phone', width: 390 },
  { name: 'small-phone', width: 320, byTab: true },
  { name: 'dark', width: 1440, colorScheme: 'dark' },
  { name: 'right-to-left', width: 1440, dir: 'rtl' },
  { name: 'right-to-left-phone', width: 390, dir: 'rtl' },
  { name: 'forced-colours', width: 1440, forcedColors: 'active' },
  { name: 'print', width: 800, media: 'print' },
];

/** Candidates come with text of twice the size, too. */
export const CANDIDATE_STATES = [...STATES, { name: 'twice-the-text', width: 320, textSize: '200%' }];

/** Runs axe on the page in every state, takes a picture of each, and returns what was found, one sentence each. */
export async function lookAt(page, name, out, states = STATES) {
  if (await page.evaluate(`matchMedia('(scripting: none)').matches`)) {
    const copy = await copyOf(page);
    const findings = await lookAt(copy, name, out, states);
    await copy.context().close();
    return findings;
  }
  const findings = [];
  for (const state of states) {
    await enter(page, state);
    const found = [...(await violations(page)), ...(await sideways(page, state.width))];
    if (state.media !== 'print') found.push(...(await smallTargets(page)));
    if (state.byTab) found.push(...(await tabThrough(page)));
    findings.push(...found.map((one) => `${name} (${state.name}): ${one}`));
    if (out !== null) await picture(page, join(out, state.name), name);
  }
  await enter(page, STATES[0]);
  return findings;
}

/** A page without script as it stands, in a browser where axe can run. */
async function copyOf(page) {
  const body = await page.content();
  const context = await page.context().browser().newContext({ bypassCSP: true });
  const copy = await context.newPage();
  await copy.route('**/*', (route) => {
    const kind = route.request().resourceType();
    if (kind === 'document') return route.fulfill({ contentType: 'text/html', body });
    return kind === 'script' ? route.abort() : route.continue();
  });
  await copy.goto(page.url());
  return copy;
}

async function enter(
  page,
  { width, colorScheme = 'light', dir = 'ltr', media = 'screen', forcedColors = 'none', textSize = null },
) {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme, media, forcedColors, reducedMotion: 'reduce' });
  await page.evaluate(`document.documentElement.dir = '${dir}'`);
  // The page's own policy takes no style element.
  const rule = textSize === null ? '' : `:root { font-size: ${textSize} !important }`;
  await page.evaluate(`{
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('${rule}');
    document.adoptedStyleSheets = [sheet];
  }`);
}

async function violations(page) {
  await page.evaluate(axe);
  return page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(RULES)} })
      .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 200))))`,
  );
}

async function sideways(page, width) {
  const scrolls = await page.evaluate('document.documentElement.scrollWidth');
  return scrolls > width ? [`scrolls sideways (${scrolls} px)`] : [];
}

async function picture(page, folder, name) {
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
