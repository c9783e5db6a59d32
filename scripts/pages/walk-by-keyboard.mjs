const MOST_STOPS = 150;
const MOST_PAGES = 120;
const TEXT = 'I am sorry that your plan broke. I will call you back by noon.';

/** What has the focus, where it is, whether something lies over it, and how large it is to touch. */
const LOOK = `(() => {
  const at = document.activeElement;
  if (at === null || at === document.body) return null;
  const target = at.matches('[type=radio], [type=checkbox]') ? (at.closest('label') ?? at) : at;
  const { width, height } = target.getBoundingClientRect();
  // A box of a form that is painted itself has to be seen; of one that is not, its card.
  const own = at.getBoundingClientRect();
  const sight = own.width >= 12 ? own : target.getBoundingClientRect();
  const seen = [0.25, 0.5, 0.75].filter((share) => {
    const hit = document.elementFromPoint(sight.left + sight.width * share, sight.top + sight.height / 2);
    return hit !== null && (target.contains(hit) || hit.contains(target));
  });
  const within = Boolean(at.closest('#response, #begin, main form, main .actions, main'));
  return {
    what: at.tagName.toLowerCase() + ' "' + (at.getAttribute('aria-label') ?? target.textContent).trim().replace(/\\s+/g, ' ').slice(0, 40) + '"',
    kind: at.type ?? at.tagName.toLowerCase(),
    filled: at.type === 'textarea' ? at.value !== '' : Boolean(at.checked),
    grouped: at.type === 'radio',
    leads: within && at.matches('.btn.primary'),
    inText: at.tagName === 'A' && at.closest('p, li, dd, td') !== null && !at.matches('.btn'),
    shown: getComputedStyle(target).outlineStyle !== 'none' || getComputedStyle(at).outlineStyle !== 'none' || getComputedStyle(target).boxShadow !== 'none',
    covered: sight.height < innerHeight && (seen.length < 3 || sight.top < 0 || sight.bottom > innerHeight),
    width: Math.round(width),
    height: Math.round(height),
  };
})()`;

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
    const stop = await page.evaluate(LOOK);
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

function judge({ covered, shown, width, height, inText, grouped }) {
  const problems = [];
  if (covered) problems.push('is covered while it has the focus');
  if (!shown) problems.push('does not show that it has the focus');
  if (!inText && (width < 24 || height < 24)) problems.push(`is ${width} × ${height} px`);
  if (grouped && height < 48 && width < 48) problems.push(`is a card of ${width} × ${height} px`);
  return problems;
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
