import { press } from '../walk-candidate.mjs';

const REASON = 'The answers say first what happens next, as the job asks for.';
const MESSAGE = 'We thank you for your time.\n\nWe have decided to go on with somebody else.';

/** What staff come to by deciding: about one applicant up to what that one reads, and about several at once. */
export function staffDecisionScenes({ see, openList, choose }) {
  async function decide() {
    const page = await openList();
    await press(page, page.locator('tr', { hasText: 'Complete' }).locator('th a'));
    await page.goto(`${page.url().replace(/\?.*/, '')}/decision?to=rejected`);
    await see(page, 'decision-chosen');
    await page.fill('[name=reason]', REASON);
    await page.fill('[name=message]', MESSAGE);
    const others = page.locator('main form input[type=checkbox]');
    if ((await others.count()) > 0) await others.check();
    await press(page, page.getByRole('button', { name: 'Decide' }));
    await see(page, 'decision-confirm');
    await press(page, page.locator('main form button[value=send]'));
    await see(page, 'decision-made');
    await press(page, page.getByRole('link', { name: 'Results for the applicant' }));
    await see(page, 'own-results');
    await page.context().close();
  }

  async function bulk() {
    const page = await openList();
    const list = page.url();
    const chosen = page.getByRole('button', { name: 'Do something for the chosen' });
    await press(page, chosen);
    await see(page, 'bulk-of-nobody');
    await page.goto(list);
    await choose(page, 4);
    await press(page, chosen);
    await see(page, 'bulk');
    const bulkPage = page.url();
    await press(page, page.getByRole('button', { name: /^Export/ }));
    await see(page, 'exports-chosen');
    await page.goto(bulkPage);
    const move = page.locator('section[aria-labelledby=move-heading]');
    await press(page, move.locator('button'));
    await see(page, 'bulk-nothing-said');
    await move.locator('input[type=radio]').first().check();
    await move.locator('textarea').fill(REASON);
    await press(page, move.locator('button'));
    await see(page, 'bulk-begun');
    await page.goto(`${list}?stage=interview&evidence=complete&label=ZZZZZ`);
    await see(page, 'applicants-none-left');
    await page.goto(list.replace('/applicants', '/draw'));
    await see(page, 'draw');
    await page.context().close();
  }

  return { decide, bulk };
}
