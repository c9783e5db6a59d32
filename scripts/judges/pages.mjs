// Looks at every page that the demo leads to, in every state (desk, phone, dark, right to left, forced colours, print):
// axe 0, nothing scrolls sideways, no report of the content policy, no error. Takes a picture of each.
//   node scripts/judges/pages.mjs [--out FOLDER]
import { parseArgs } from 'node:util';
import { crawl } from '../pages/crawl.mjs';
import { launch, personWith, signIn } from '../pages/launch.mjs';
import { CANDIDATE_STATES, lookAt, STATES } from '../pages/look-at.mjs';
import { startDemo } from '../pages/start-demo.mjs';
import { press, walkCandidate } from '../pages/walk-candidate.mjs';

const { values } = parseArgs({ options: { out: { type: 'string' } } });
const out = values.out ?? null;
const findings = [];
const watched = new WeakSet();
let looked = 0;

const COMPARISON_PARTS = {
  profile: 'Criteria',
  distribution: 'Among all applicants',
  responses: 'Responses',
};

const demo = await startDemo();
const browser = await launch();
try {
  await lookAtSignedOut();
  await walkCandidate(browser, demo.candidateLinks[0], see);
  await lookAtComparison();
  const known = new Set();
  for (const person of demo.people) await lookAtAll(person, known);
} finally {
  await browser.close();
  await demo.stop();
}
console.log(`${looked} pages, each in ${STATES.length} states or more: ${findings.length} findings`);
for (const one of findings) console.log(`  ${one}`);
process.exitCode = findings.length > 0 ? 1 : 0;

/** Reports of the content policy and faults of scripts count like findings of axe. */
function watch(page) {
  if (watched.has(page)) return;
  watched.add(page);
  page.on('console', (message) => {
    if (/Content.Security.Policy|Trusted/i.test(message.text()))
      findings.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => findings.push(`${page.url()}: ${error.message}`));
}

async function see(page, name) {
  watch(page);
  const states = name.startsWith('candidate-') ? CANDIDATE_STATES : STATES;
  findings.push(...(await lookAt(page, name, out, states)));
  looked += 1;
}

async function lookAtSignedOut() {
  const page = await browser.newPage();
  for (const [path, name] of [
    ['/sign-in', 'sign-in'],
    ['/nowhere', 'not-found'],
    ['/i/nobody.0.nothing', 'dead-link'],
    ['/styleguide', 'styleguide'],
  ]) {
    await page.goto(demo.address + path);
    await see(page, name);
  }
  await page.close();
}

async function lookAtAll(person, known) {
  const page = await signIn(browser, demo.address, person);
  const role = person.roles.join('-');
  await crawl(page, demo.address, known, (at, kind) => see(at, kind === 'home' ? `home-${role}` : kind));
  await page.context().close();
}

/** Reached by a form, not by a link. */
async function lookAtComparison() {
  const page = await signIn(browser, demo.address, personWith(demo, 'recruiter'));
  await press(page, page.locator('main table a'));
  await press(page, page.getByRole('link', { name: 'Applicants' }));
  const complete = page.locator('tr', { hasText: 'Complete' }).locator('input.tick');
  for (const index of [0, 1, 2]) await complete.nth(index).check();
  await press(page, page.getByRole('button', { name: 'Compare chosen' }));
  await see(page, 'comparison');
  for (const [part, label] of Object.entries(COMPARISON_PARTS)) {
    await press(page, page.getByRole('link', { name: label, exact: true }));
    await see(page, `comparison-${part}`);
  }
  await page.context().close();
}
