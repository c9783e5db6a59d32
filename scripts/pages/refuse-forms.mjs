import { kindOf } from './crawl.mjs';

const FORMS = `[...document.querySelectorAll('main form[method=post]')]
  .filter((form) => form.querySelector('textarea, select, input:not([type=hidden])') !== null)
  .map((form) => form.getAttribute('action'))`;

/**
 * Sends every form of a page with a token that is not its own: nothing is changed, and the form comes back as it does with
 * an error. Calls `seen(page, kind)` on each kind of form that is not in `sent`.
 */
export async function refuseForms(page, sent, seen) {
  const url = page.url();
  for (const action of await page.evaluate(FORMS)) {
    const kind = kindOf(action);
    if (sent.has(kind)) continue;
    sent.add(kind);
    if (page.url() !== url) await page.goto(url);
    const arrived = page.waitForEvent('framenavigated', (frame) => frame === page.mainFrame());
    await page.evaluate(`(() => {
      const form = document.querySelector('main form[method=post][action="${action}"]');
      form.querySelector('[name=_csrf]').value = 'forged';
      HTMLFormElement.prototype.submit.call(form);
    })()`);
    await arrived;
    await page.waitForLoadState('load');
    await seen(page, kind);
  }
}
