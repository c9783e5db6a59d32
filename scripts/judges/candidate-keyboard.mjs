// A candidate's whole way with the keyboard alone, on a small phone and on a desk: nothing with the focus is covered or
// too small, axe finds nothing, nothing scrolls sideways, no page is heavier than 80 KB and its script 6 KB packed.
//   npm run judge -- candidate-keyboard [--break]
// --break  judges a copy of the build that shows no focus; the judge must then find it
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { lookAt } from '../pages/look-at.mjs';
import { walkByKeyboard } from '../pages/walk-by-keyboard.mjs';
import { openRole } from '../sittings/open-role.mjs';
import { runAlone } from '../sittings/run-judge.mjs';

const WIDTHS = [320, 1440];
const PAGE_BYTES = 80 * 1024;
const SCRIPT_BYTES = 6 * 1024;

const built = (pattern) => readdirSync('dist/public').find((name) => pattern.test(name));
const UNSEEN = {
  get file() {
    return join('public', built(/^app.*\.css$/));
  },
  from: 'outline:',
  to: 'outline:none;--was:',
};

async function judge(trial) {
  const product = await trial.product();
  const role = await openRole(trial.root, product.role);
  const browser = await trial.browser();
  const findings = new Set();
  const sizes = new Map();
  const walks = {};
  let heaviestBytes = 0;

  /** What the first visit of a page brings over a line that packs what can be packed. */
  async function weigh(page) {
    const names = await page.evaluate(`performance.getEntriesByType('resource').map(({ name }) => name)`);
    let bytes = gzipSync(await page.content()).length;
    for (const name of new Set(names.filter((one) => one.includes('/assets/'))))
      bytes += await packedSize(name);
    heaviestBytes = Math.max(heaviestBytes, bytes);
  }

  async function packedSize(url) {
    if (!sizes.has(url)) {
      const body = Buffer.from(await (await fetch(url)).arrayBuffer());
      sizes.set(url, Math.min(body.length, gzipSync(body).length));
    }
    return sizes.get(url);
  }

  async function walk(width) {
    const context = await browser.newContext({ viewport: { width, height: 800 }, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const known = new Set();
    page.on('pageerror', ({ message }) => findings.add(`${page.url()}: ${message}`));
    async function seen() {
      await weigh(page);
      const kind = await page
        .locator('h1, form#response')
        .first()
        .evaluate((at) => at.tagName);
      const name = `${new URL(page.url()).pathname.split('/').slice(3, 4)[0] ?? 'overview'} ${kind}`;
      if (known.has(name)) return;
      known.add(name);
      const state = { name: `${width} px`, width };
      for (const one of await lookAt(page, name, null, [state])) findings.add(one);
      await page.setViewportSize({ width, height: 800 });
    }
    const link = `${product.url}/i/${await role.invite()}`;
    const { pages, problems } = await walkByKeyboard(page, link, seen);
    for (const one of problems) findings.add(`${width} px, ${one}`);
    walks[`${width} px`] = pages;
    await context.close();
  }

  for (const width of WIDTHS) await walk(width);
  await role.close();
  const script = readFileSync(join('dist/public', built(/^candidate.*\.js$/)));
  const scriptBytes = gzipSync(script, { level: 9 }).length;
  if (heaviestBytes > PAGE_BYTES) findings.add(`the heaviest page has ${heaviestBytes} bytes`);
  if (scriptBytes > SCRIPT_BYTES) findings.add(`the script has ${scriptBytes} bytes packed`);
  for (const one of findings) console.error(one);
  return {
    figures: { pages: walks, heaviestBytes, scriptBytes, findings: findings.size },
    wrong: findings.size,
  };
}

const candidateKeyboard = { sizes: {}, faults: [UNSEEN], judge };
export default candidateKeyboard;
await runAlone(import.meta.url, candidateKeyboard);
