import { press } from '../walk-candidate.mjs';
import { PART, TEXT } from './stage.mjs';

const HOUR = 3_600_000;
const LONGEST = 16 * 1024;
const withoutScript = { javaScriptEnabled: false };

/** What a question shows beside itself: two texts to choose from, what was refused, what came too late, other windows. */
export function writingScenes({ product, role, see, items, at, seat, put, seats, submitWith }) {
  const { box, isShown } = seats;
  const end = (id) => role.setDeadline(id, PART, Date.now() - HOUR);

  async function twoTexts() {
    const seated = await seat({ ...withoutScript, texts: ['The first text.'] });
    const { page, context } = seated;
    await put(seated, 2, 'The text that is stored.');
    await submitWith(page, { a: TEXT });
    await see(page, 'candidate-newer-answer-stored');
    await submitWith(page, { a: TEXT, epoch: '0' });
    await see(page, 'candidate-continue-here-and-save');
    await context.close();
  }

  async function refused() {
    const { page, context } = await seat(withoutScript);
    const url = page.url();
    for (const [name, fields] of Object.entries({
      'candidate-text-too-long': { a: 'long '.repeat(LONGEST / 5 + 1) },
      'candidate-text-not-storable': { a: 'a\u0000b' },
      'candidate-form-forged': { a: TEXT, _csrf: 'forged' },
      'candidate-form-strange': { a: TEXT, seq: 'first' },
      'candidate-form-too-large': { a: 'l'.repeat(130 * 1024) },
    })) {
      await page.goto(url);
      await submitWith(page, fields);
      await see(page, name);
    }
    await context.close();
  }

  async function nothingKeptAside() {
    const seated = await seat({ ...withoutScript, texts: ['The first text.'] });
    const { quarantine } = product.deps.stores;
    const { measureUse } = quarantine;
    quarantine.measureUse = async () => ({ entries: 500, bytes: 0 });
    await put(seated, 2, 'The text that is stored.');
    await submitWith(seated.page, { a: TEXT });
    await see(seated.page, 'candidate-too-many-kept');
    quarantine.measureUse = measureUse;
    await seated.context.close();
  }

  async function timeUp() {
    const { id, page, context } = await seat({ ...withoutScript, texts: ['In time.'] });
    const url = page.url();
    await end(id);
    await submitWith(page, { a: TEXT });
    await see(page, 'candidate-kept-aside');
    await role.set('attempts', id, {
      [`parts.${PART}.deadlineMs`]: Date.now() + HOUR,
      [`parts.${PART}.creditMs`]: HOUR,
    });
    await page.goto(url);
    await see(page, 'candidate-late-text-again');
    await end(id);
    await page.reload();
    await see(page, 'candidate-time-up');
    await press(page, page.getByRole('button', { name: 'Go on' }));
    await see(page, 'candidate-receipt-after-time');
    await press(page, page.getByRole('button', { name: 'Send', exact: true }));
    await see(page, 'candidate-feedback-nothing-chosen');
    await context.close();
  }

  async function toCheck() {
    const seated = await seat({ ...withoutScript, texts: ['word '.repeat(310)] });
    const { page, context } = seated;
    const check = page.url().replace(/\/items\/[^?]*/, `/parts/${PART}/check`);
    await page.goto(check);
    await see(page, 'candidate-check-unfinished');
    await submitWith(page, { manifest: JSON.stringify({ [items[0]]: 9 }) }, '#hand-in');
    await see(page, 'candidate-check-not-all-arrived');
    await page.goto(check.replace(/\?.*/, ''));
    await see(page, 'candidate-check-only-showing');
    await page.goto(check.replace(/\/parts.*/, `/items/${items[1]}`));
    await see(page, 'candidate-question-only-showing');
    await context.close();
  }

  /** What the script says when a window may not save any more: each message by what really leads to it. */
  async function elsewhere() {
    for (const [name, words, happen] of [
      ['old-epoch', 'You went on in another window', ({ id }) => role.set('attempts', id, { epoch: 99 })],
      ['over', 'This part is over', endUnheard],
      ['unbound', 'This device is not connected', ({ context }) => context.clearCookies()],
      ['forged', 'Your link was opened again', openAgain],
      ['erased', 'This test has been erased', erase],
      ['offline', 'Kept on this device', ({ context }) => context.setOffline(true)],
    ]) {
      const seated = await seat();
      await happen(seated);
      await box(seated.page).fill(TEXT);
      if (!(await isShown(seated.page, words))) throw new Error(`"${words}" is not shown`);
      await see(seated.page, `candidate-script-${name}`);
      await seated.context.close();
    }
  }

  /** The page that comes after the end does not come through, so that this one stays. */
  async function endUnheard({ id, context }) {
    await context.route(/\/state\b/, (route) => route.abort());
    await end(id);
  }

  async function openAgain({ context, token }) {
    const other = await context.newPage();
    await other.goto(at(token));
    await press(other, other.getByRole('button', { name: 'Continue here' }));
    await other.close();
  }

  async function erase({ id, token }) {
    await role.set('applicants', token.split('.')[0], { state: 'erased' });
    await role.set('attempts', id, { bindings: [] });
  }

  /** A text on this device, another one stored from elsewhere: both are shown. */
  async function textOfTheDevice() {
    const seated = await seat();
    const { page, context, id } = seated;
    await context.setOffline(true);
    await box(page).fill(TEXT);
    await isShown(page, 'Kept on this device');
    await put(seated, 7, 'The text that is stored.');
    await role.set('attempts', id, { epoch: 99 });
    await context.setOffline(false);
    await isShown(page, 'You went on in another window');
    await page.getByRole('button', { name: 'Continue here' }).click();
    await page.locator('#kept').waitFor();
    await see(page, 'candidate-text-of-the-device');
    await context.close();
  }

  async function notConnected() {
    const { page, context } = await seat(withoutScript);
    const url = page.url();
    await context.clearCookies();
    await submitWith(page, { a: TEXT });
    await see(page, 'candidate-send-again');
    await page.goto(url);
    await see(page, 'candidate-not-connected');
    await context.close();
    const other = await seat(withoutScript);
    await erase({ id: other.id, token: other.token });
    await other.page.reload();
    await see(other.page, 'candidate-erased');
    await other.context.close();
  }

  return { twoTexts, refused, nothingKeptAside, timeUp, toCheck, elsewhere, textOfTheDevice, notConnected };
}
