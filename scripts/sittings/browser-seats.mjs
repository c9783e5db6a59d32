import { Candidate } from './candidate.mjs';
import { openPage } from './open-page.mjs';

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** What comes out of the back/forward cache is there at once, and not every such page tells that it has loaded. */
export const back = async (page) => {
  await page.goBack({ waitUntil: 'commit', timeout: 3000 }).catch(() => undefined);
  await pause(500);
};

/** Candidates in browsers of their own, and what the server holds of them. */
export function createSeats({ product, role, browser, part }) {
  const first = role.form.sections.find(({ id }) => id === part).items[0];
  const open = (context, token) => openPage(context, product.url, token);

  /** Somebody in the part with texts, with a browser of their own. */
  async function seat({ clockAhead = 0, ...options } = {}) {
    const token = await role.invite();
    const candidate = new Candidate(product.url);
    await candidate.beginPart(token, role.form, part);
    candidate.close();
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, ...options });
    await context.addInitScript(`{
      let ahead = ${clockAhead};
      const now = Date.now.bind(Date);
      Date.now = () => now() + ahead;
      window.moveClock = (ms) => { ahead += ms; };
    }`);
    return { id: candidate.attemptId, token, context, page: await open(context, token) };
  }

  const box = (page) => page.locator('textarea[name=a]');
  const storedOf = async (id, item = first) => (await role.attemptOf(id)).responses[item]?.value.a ?? null;
  const keptAside = async (id) =>
    (await role.keptAside(id)).map(({ reason, value }) => `${reason}: ${value.a}`);

  async function isStored(id, text, ms, item = first) {
    const until = Date.now() + ms;
    while ((await storedOf(id, item)) !== text && Date.now() < until) await pause(50);
    return (await storedOf(id, item)) === text;
  }

  const isShown = (page, words) =>
    page
      .getByText(words)
      .first()
      .waitFor({ timeout: 6000 })
      .then(
        () => true,
        () => false,
      );

  return { seat, open, box, storedOf, keptAside, isStored, isShown };
}
