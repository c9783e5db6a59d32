// A candidate's whole way with the keyboard alone, on a small phone and on a desk: nothing with the focus is covered or
// too small, axe finds nothing, nothing scrolls sideways, no page is heavier than 80 KB and its script 6 KB packed.
//   npm run judge -- candidate-keyboard [--break]
// --break  judges a copy of the build that shows no focus; the judge must then find it
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { launch } from '../pages/launch.mjs';
import { lookAt } from '../pages/look-at.mjs';
import { walkByKeyboard } from '../pages/walk-by-keyboard.mjs';
import { copyBuild } from '../sittings/copy-build.mjs';
import { openProduct } from '../sittings/open-product.mjs';
import { openRole } from '../sittings/open-role.mjs';
import { report } from '../sittings/report.mjs';

const { values } = parseArgs({ options: { break: { type: 'boolean' } } });
const WIDTHS = [320, 1440];
const PAGE_BYTES = 80 * 1024;
const SCRIPT_BYTES = 6 * 1024;

const built = (pattern) => readdirSync('dist/public').find((name) => pattern.test(name));
const hidden = { file: join('public', built(/^app.*\.css$/)), from: 'outline:', to: 'outline:none;--was:' };
const build = copyBuild(values.break ? [hidden] : []);
const product = await openProduct(build.root);
const role = await openRole(build.root, product.role);
const browser = await launch();
const findings = new Set();
const walks = {};
let heaviest = 0;

/** What the first visit of a page brings over a line that packs what can be packed. */
async function weigh(page) {
  const names = await page.evaluate(`performance.getEntriesByType('resource').map(({ name }) => name)`);
  let bytes = gzipSync(await page.content()).length;
  for (const name of new Set(names.filter((one) => one.includes('/assets/'))))
    bytes += await packedSize(name);
  heaviest = Math.max(heaviest, bytes);
}

const sizes = new Map();

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
  const { pages, problems } = await walkByKeyboard(
    page,
    `${product.url}/i/${await role.invite()}`,
    async () => {
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
    },
  );
  for (const one of problems) findings.add(`${width} px, ${one}`);
  walks[`${width} px`] = pages;
  await context.close();
}

try {
  for (const width of WIDTHS) await walk(width);
} finally {
  await browser.close();
  await role.close();
  await product.close();
  build.remove();
}
const scriptBytes = gzipSync(readFileSync(join('dist/public', built(/^candidate.*\.js$/))), {
  level: 9,
}).length;
if (heaviest > PAGE_BYTES) findings.add(`the heaviest page has ${heaviest} bytes`);
if (scriptBytes > SCRIPT_BYTES) findings.add(`the script has ${scriptBytes} bytes packed`);
for (const one of findings) console.error(one);
const passed = values.break ? findings.size > 0 : findings.size === 0;
report({ pages: walks, heaviestBytes: heaviest, scriptBytes, findings: findings.size }, passed);
