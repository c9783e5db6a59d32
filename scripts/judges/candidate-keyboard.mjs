// A candidate's whole way with the keyboard alone, on a small phone, on a desk and without script: nothing with the focus is
// covered or too small, axe finds nothing, nothing scrolls sideways, no page is heavier than 80 KB and its script 6 KB packed.
//   npm run judge -- candidate-keyboard [--items 30] [--only '320 px'] [--break]
// --items  most questions of a part; --only  one of the three ways
// --break  judges a copy of the build that shows no focus; the judge must then find it
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { lookAt } from '../pages/look-at.mjs';
import { walkByKeyboard } from '../pages/walk-by-keyboard.mjs';
import { weigh } from '../pages/weigh.mjs';
import { openRole } from '../sittings/open-role.mjs';
import { runAlone } from '../sittings/run-judge.mjs';

const WAYS = [
  { name: '320 px', width: 320 },
  { name: '1440 px', width: 1440 },
  { name: '390 px without script', width: 390, javaScriptEnabled: false },
];
const PAGE_BYTES = 80 * 1024;
const SCRIPT_BYTES = 6 * 1024;

const built = (pattern) => readdirSync('dist/public').find((name) => pattern.test(name));
const UNSEEN = {
  get file() {
    return join('public', built(/^app.*\.css$/));
  },
  from: 'outline:',
  to: 'outline:none;--was:',
  shows: /does not show that it has the focus/,
};

/** The same test with fewer questions. */
const shorten = (form, items) => ({
  ...form,
  sections: form.sections.map((section) => ({ ...section, items: section.items.slice(0, items) })),
});

async function judge(trial, { items, only }) {
  const product = await trial.product();
  const role = await openRole(trial.root, product.role, (form) => shorten(form, items));
  const browser = await trial.browser();
  const findings = new Set();
  const walks = {};
  let heaviestBytes = 0;

  async function walk({ name: way, width, javaScriptEnabled = true }) {
    const viewport = { width, height: 800 };
    const context = await browser.newContext({ viewport, javaScriptEnabled, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const known = new Set();
    page.on('pageerror', ({ message }) => findings.add(`${page.url()}: ${message}`));
    async function seen() {
      heaviestBytes = Math.max(heaviestBytes, await weigh(page));
      const kind = await page
        .locator('h1, form#response')
        .first()
        .evaluate((at) => at.tagName);
      const name = `${new URL(page.url()).pathname.split('/').slice(3, 4)[0] ?? 'overview'} ${kind}`;
      if (known.has(name)) return;
      known.add(name);
      const state = { name: way, width };
      for (const one of await lookAt(page, name, null, [state])) findings.add(one);
      await page.setViewportSize(viewport);
    }
    const link = `${product.url}/i/${await role.invite()}`;
    const { pages, problems } = await walkByKeyboard(page, link, seen);
    for (const one of problems) findings.add(`${way}, ${one}`);
    walks[way] = pages;
    await context.close();
  }

  for (const way of WAYS) if (only === '' || way.name === only) await walk(way);
  await role.close();
  const script = readFileSync(join('dist/public', built(/^candidate.*\.js$/)));
  const scriptBytes = gzipSync(script, { level: 9 }).length;
  if (heaviestBytes > PAGE_BYTES) findings.add(`the heaviest page has ${heaviestBytes} bytes`);
  if (scriptBytes > SCRIPT_BYTES) findings.add(`the script has ${scriptBytes} bytes packed`);
  for (const one of findings) console.error(one);
  return {
    figures: { pages: walks, heaviestBytes, scriptBytes, findings: findings.size },
    wrong: findings.size,
    findings: [...findings],
  };
}

const candidateKeyboard = {
  sizes: { items: 30, only: '' },
  short: { items: 1, only: '390 px without script' },
  faults: [UNSEEN],
  judge,
};
export default candidateKeyboard;
await runAlone(import.meta.url, candidateKeyboard);
