/** In the page: what is touched to reach a control, a card with its box, and whether it stands within a text. */
export const TARGET_OF = `(at) => {
  const target = at.matches('[type=radio], [type=checkbox]') ? (at.closest('label') ?? at) : at;
  const { width, height } = target.getBoundingClientRect();
  return {
    target,
    what: at.tagName.toLowerCase() + ' "' + (at.getAttribute('aria-label') || target.textContent || at.name || '').trim().replace(/\\s+/g, ' ').slice(0, 40) + '"',
    width: Math.round(width),
    height: Math.round(height),
    inText: at.tagName === 'A' && at.closest('p, li, dd, td') !== null && !at.matches('.btn'),
    grouped: at.type === 'radio',
    card: target.matches('.option'),
  };
}`;

const LEAST = 24;
const LEAST_CARD = 48;

/** Links in a text are as high as their line. One of a group is a card. */
export function judgeTarget({ width, height, inText, grouped, card }) {
  const problems = [];
  if (!inText && (width < LEAST || height < LEAST)) problems.push(`is ${width} × ${height} px`);
  if (card ? height < LEAST_CARD : grouped && height < LEAST_CARD && width < LEAST_CARD)
    problems.push(`is a card of ${width} × ${height} px`);
  return problems;
}

const ALL = `(() => {
  const targetOf = ${TARGET_OF};
  const controls = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')];
  return controls
    .filter((at) => at.checkVisibility({ visibilityProperty: true }) && at.closest('[aria-hidden=true]') === null)
    .map(targetOf)
    .map(({ target, ...one }) => one);
})()`;

/** What on the page is too small to be touched. */
export async function smallTargets(page) {
  const all = await page.evaluate(ALL);
  const problems = all.flatMap((one) => judgeTarget(one).map((problem) => `${one.what} ${problem}`));
  return [...new Set(problems)];
}
