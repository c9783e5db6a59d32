// Takes the pictures of the README from a fresh demo: npm run pictures
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { launch, personWith, signIn } from './pages/launch.mjs';
import { startDemo } from './pages/start-demo.mjs';
import { press, walkCandidate } from './pages/walk-candidate.mjs';

const FOLDER = 'docs/pictures';
const PHONE = { width: 390, height: 780 };
const DESK = { width: 1280, height: 860 };
const LONG = { width: 1280, height: 1500 };

await mkdir(FOLDER, { recursive: true });
const demo = await startDemo();
const browser = await launch();
try {
  await walkCandidate(browser, demo.candidateLinks[0], takeQuestions);
  await takeRating();
  await takeComparison();
} finally {
  await browser.close();
  await demo.stop();
}

async function take(page, name, size) {
  await page.setViewportSize(size);
  await page.evaluate('scrollTo(0, 0)');
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
  await page.setViewportSize(DESK);
}

async function takeQuestions(page, name) {
  if (name === 'candidate-part-1-question-1') await take(page, 'situation-phone', PHONE);
  if (name === 'candidate-part-2-question-1') await take(page, 'prompt-phone', PHONE);
}

async function takeRating() {
  const page = await signIn(browser, demo.address, personWith(demo, 'rater'));
  await page.goto(`${demo.address}/rating`);
  await press(page, page.locator('article a.btn.primary'));
  if ((await page.locator('form[data-keys]').count()) === 0) await press(page, page.locator('main table a'));
  await take(page, 'rate', DESK);
  await page.context().close();
}

async function takeComparison() {
  const page = await signIn(browser, demo.address, personWith(demo, 'recruiter'));
  await press(page, page.locator('main table a'));
  await press(page, page.getByRole('link', { name: 'Applicants' }));
  await take(page, 'applicants', LONG);
  const complete = page.locator('tr', { hasText: 'Complete' }).locator('input.tick');
  for (const index of [0, 1, 2]) await complete.nth(index).check();
  await press(page, page.getByRole('button', { name: 'Compare chosen' }));
  await take(page, 'compare', { width: 1280, height: 1800 });
  await press(page, page.getByRole('link', { name: 'Criteria', exact: true }));
  await takePart(page, 'compare-profile', '[aria-labelledby=profile-heading]');
  await press(page, page.getByRole('link', { name: 'Among all applicants' }));
  await takePart(page, 'compare-distribution', '[aria-labelledby=distribution-heading]');
  await press(page, page.getByRole('link', { name: 'Responses' }));
  await takePart(page, 'compare-responses', 'section:has(article)');
  await takeOnePerson(page);
  await page.context().close();
}

/** From the comparison to the report of the first of them, their interview guide and the decision. */
async function takeOnePerson(page) {
  await press(page, page.locator('main a[href*="/applicants/"]').first());
  await take(page, 'report', LONG);
  await press(page, page.getByRole('link', { name: 'Interview guide' }));
  await take(page, 'interview-guide', LONG);
  await page.goBack();
  await press(page, page.getByRole('link', { name: 'Decide' }));
  await take(page, 'decision', LONG);
}

/** The first part of a page that the selector finds. */
async function takePart(page, name, selector) {
  await page
    .locator(selector)
    .first()
    .screenshot({ path: join(FOLDER, `${name}.png`) });
}
