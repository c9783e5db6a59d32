import { press } from '../walk-candidate.mjs';

/** What people see without an account, or with one whose web session has ended. */
export function signedOutScenes({ browser, address, see, signIn, personWith }) {
  async function signedOut() {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    for (const [path, name] of [
      ['/nowhere', 'not-found'],
      ['/join/nobody.0.nothing', 'no-such-join-link'],
      ['/styleguide', 'styleguide'],
      ['/sign-in', 'sign-in'],
    ]) {
      await page.goto(address + path);
      await see(page, name);
    }
    await page.fill('[name=email]', 'nobody@example.org');
    await page.fill('[name=password]', 'not the password');
    await press(page, page.locator('main button'));
    await see(page, 'sign-in-refused');
    await context.close();
  }

  /** Somebody whose session ends while they write; and what a role of theirs does not allow. */
  async function sessionOver() {
    const page = await signIn(personWith('recruiter'));
    await page.goto(`${address}/people`);
    await see(page, 'forbidden');
    await page.goto(`${address}/requisitions/new`);
    await page.context().clearCookies();
    await press(page, page.locator('main form button.primary'));
    await see(page, 'signed-out-while-writing');
    await page.context().close();
  }

  return { signedOut, sessionOver };
}
