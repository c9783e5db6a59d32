import { judgeTarget, TARGET_OF } from './targets.mjs';

const MOST_STOPS = 150;
const MOST_PAGES = 120;
const TEXT = 'I am sorry that your plan broke. I will call you back by noon.';

/** What has the focus, where it is, whether something lies over it, and how large it is to touch. */
const LOOK = `(() => {
  const at = document.activeElement;
  if (at === null || at === document.body) return null;
  const { target, ...sizes } = (${TARGET_OF})(at);
  // A box of a form that is painted itself has to be seen; of one that is not, its card.
  // Of a link over several lines the longest line.
  const [own] = [...at.getClientRects()].sort((one, other) => other.width - one.width);
  const sight = own.width >= 12 ? own : target.getBoundingClientRect();
  // A browser leaves what stands in a bar that scrolls as it is, as long as 32 px of it are in sight.
  const bars = [];
  for (let box = at.parentElement; box !== null; box = box.parentElement)
    if (getComputedStyle(box).overflowX !== 'visible') bars.push(box.getBoundingClientRect());
  const left = Math.max(sight.left, 0, ...bars.map((bar) => bar.left));
  const right = Math.min(sight.right, innerWidth, ...bars.map((bar) => bar.right));
  const [top, bottom] = [Math.max(sight.top, 0), Math.min(sight.bottom, innerHeight)];
  const seen = [0.25, 0.5, 0.75].filter((share) => {
    const hit = document.elementFromPoint(left + (right - left) * share, (top + bottom) / 2);
    return right - left >= Math.min(sight.width, 32) - 1 && hit !== null && (target.contains(hit) || hit.contains(target));
  });
  // What is higher than the window between its bars cannot be seen whole.
  const fits = sight.height < innerHeight - 160;
  const within = Boolean(at.closest('#response, #begin, main form, main .actions, main'));
  return {
    ...sizes,
    place: [...document.querySelectorAll('*')].indexOf(at),
    kind: at.type ?? at.tagName.toLowerCase(),
    filled: at.type === 'textarea' ? at.value !== '' : Boolean(at.checked),
    leads: within && at.matches('.btn.primary'),
    shown: getComputedStyle(target).outlineStyle !== 'none' || getComputedStyle(at).outlineStyle !== 'none' || getComputedStyle(target).boxShadow !== 'none',
    // Of a box for longer text the browser shows the line where one writes; it may end beyond the window.
    covered: seen.length < 3 || (at.matches('textarea') ? bottom - top < 24 : fits && bottom - top < sight.height),
  };
})()`;

/** What does not stand in sight yet may still be on its way there. */
async function look(page) {
  const stop = await page.evaluate(LOOK);
  if (!stop?.covered) return stop;
  await page.waitForTimeout(100);
  return page.evaluate(LOOK);
}

/**
 * Walks from an invitation link to the receipt with Tab, Space, arrows, Enter and letters alone. Calls
 * `seen(page)` on every page before anything is pressed, and returns what was wrong on the way.
 */
export async function walkByKeyboard(page, link, seen) {
  const problems = new Set();
  let pages = 0;
  await page.goto(link);
  while (!/\/receipt/.test(page.url()) && pages < MOST_PAGES) {
    pages += 1;
    await seen(page);
    if (!(await walkPage(page, problems))) break;
  }
  if (!/\/receipt/.test(page.url())) problems.add(`the way ends after ${pages} pages at ${page.url()}`);
  return { pages, problems: [...problems] };
}

/** From the top of a page to the button that leads on; false where there is none. */
async function walkPage(page, problems) {
  let radios = 0;
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press('Tab');
    const stop = await look(page);
    if (stop === null) continue;
    for (const problem of judge(stop)) problems.add(`${kindOf(page.url())}: ${stop.what} ${problem}`);
    if (stop.leads) return pressOn(page);
    if (stop.kind === 'radio' && !stop.filled) await choose(page, (radios += 1));
    else if (stop.kind === 'checkbox' && !stop.filled && !page.url().includes('/items/'))
      await page.keyboard.press('Space');
    else if (stop.kind === 'textarea' && !stop.filled) await page.keyboard.type(TEXT);
  }
  return false;
}

const FIRST = `document.querySelector('a[href], button, input:not([type=hidden]), select, textarea, summary')?.focus()`;

/** Everything on a page that takes the focus, in the order of Tab, once around; nothing is chosen or pressed. */
export async function tabThrough(page) {
  const problems = new Set();
  await page.evaluate(FIRST);
  let last = -1;
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press('Tab');
    const stop = await look(page);
    if (stop === null || stop.place <= last) break;
    last = stop.place;
    for (const problem of judge(stop)) problems.add(`${stop.what} ${problem}`);
  }
  return [...problems];
}

function judge({ covered, shown, ...target }) {
  const problems = [];
  if (covered) problems.push('is covered while it has the focus');
  if (!shown) problems.push('does not show that it has the focus');
  return [...problems, ...judgeTarget(target)];
}

/** Another option for each group, with the keys that a group of radios has. */
async function choose(page, number) {
  await page.keyboard.press('Space');
  for (let step = 0; step < number % 3; step += 1) await page.keyboard.press('ArrowRight');
}

async function pressOn(page) {
  const arrived = page.waitForEvent('framenavigated', (frame) => frame === page.mainFrame());
  await page.keyboard.press('Enter');
  await arrived;
  await page.waitForLoadState('load');
  return true;
}

const kindOf = (url) =>
  new URL(url).pathname
    .replace(/[\w-]{22}(\.\d+\.[\w-]+)?/g, ':id')
    .replace(/(items|parts)\/[\w-]+/, '$1/one');
