import { createSeats } from '../../sittings/browser-seats.mjs';
import { Candidate } from '../../sittings/candidate.mjs';

export const PART = 'writing';
export const TEXT = 'I am sorry that your plan broke. I will call you back by noon and say what I could do.';
const DESK = { width: 1440, height: 900 };

/** What every scene uses: the role, candidates who have come as far as it needs them, and somebody who looks at the page. */
export function createStage({ product, role, browser, see }) {
  const seats = createSeats({ product, role, browser, part: PART });
  const { items } = role.form.sections.find(({ id }) => id === PART);
  const at = (token, rest = '') => `${product.url}/i/${token}${rest}`;

  async function open(url, options = {}) {
    const context = await browser.newContext({ viewport: DESK, ...options });
    const page = await context.newPage();
    await page.goto(url);
    return page;
  }

  /** Whatever stays open, the next scene begins in a browser without it. */
  async function visit(url, name, act = () => undefined) {
    const page = await open(url);
    await see(page, name);
    await act(page);
    await page.context().close();
  }

  /** In the written part; the last text is the stored one. */
  async function seat({ texts = [], ...options } = {}) {
    const seated = await seats.seat({ viewport: DESK, ...options });
    for (const [index, text] of texts.entries()) await put(seated, index + 1, text);
    if (texts.length > 0) await seated.page.reload();
    return seated;
  }

  /** Saves from another device, past the page that is open. */
  const put = ({ id }, seq, a) =>
    role.set('attempts', id, {
      [`responses.${items[0]}`]: {
        ...{ epoch: 1, seq, lateByMs: 0, savedAt: new Date(), hash: `hash ${seq}` },
        value: { kind: 'written-response', a, b: '' },
      },
    });

  /** Both parts handed in, one question answered. */
  async function finish() {
    const token = await role.invite();
    const candidate = new Candidate(product.url);
    await candidate.beginPart(token, role.form, PART);
    await candidate.save(items[0], 1, { a: TEXT, b: TEXT });
    await candidate.handIn(PART);
    candidate.close();
    return { token, applicantId: token.split('.')[0], attemptId: candidate.attemptId };
  }

  /** Sends the page's form with some of its fields changed, as an old page or a strange device would. */
  async function submitWith(page, changed, form = '#response') {
    const fields = form === '#response' ? { go: 'stay', ...changed } : changed;
    const arrived = page.waitForEvent('framenavigated', (frame) => frame === page.mainFrame());
    await page.evaluate(
      `(() => {
        const form = document.querySelector(${JSON.stringify(form)});
        for (const [name, value] of Object.entries(${JSON.stringify(fields)})) {
          const known = form.querySelector('input[name="' + name + '"], textarea[name="' + name + '"]');
          const field = known ?? form.appendChild(Object.assign(document.createElement('input'), { type: 'hidden', name }));
          field.value = value;
        }
        form.submit();
      })()`,
    );
    await arrived;
    await page.waitForLoadState('load');
  }

  return { product, role, browser, see, items, at, open, visit, seat, put, finish, submitWith, seats };
}
