import { choose, follow, radioGroups, type Visitor } from './visitor.ts';

interface Hand {
  readonly check: boolean;
  /** The level for the nth criterion that this rater rates in all. */
  readonly level: (index: number) => number;
}

/** Takes free work if there is some, rates everything that is open, and hands each batch in. */
export async function rateOpenBatches(rater: Visitor, { check, level }: Hand): Promise<void> {
  const { page } = rater;
  let rated = 0;
  for (let turn = 0; turn < 12; turn += 1) {
    await rater.go('/rating');
    if (check && turn === 0) await rater.check();
    const open = page.locator('article a.btn.primary').first();
    const free = page.locator('form[action="/rating/work"] button').first();
    if ((await open.count()) > 0) await follow(page, open);
    else if ((await free.count()) > 0) await follow(page, free);
    else return;
    rated = await rateBatch(rater, rated, check && turn === 0, level);
  }
  throw new Error('the work does not end');
}

async function rateBatch(
  rater: Visitor,
  before: number,
  check: boolean,
  level: Hand['level'],
): Promise<number> {
  const { page } = rater;
  let rated = before;
  if (check) await rater.check();
  if ((await page.locator('form[data-keys]').count()) === 0) {
    const first = page.locator('main table a').first();
    if ((await first.count()) === 0)
      throw new Error(`nothing to rate: ${(await page.textContent('main')) ?? ''}`);
    await follow(page, first);
  }
  while ((await page.locator('form[data-keys]').count()) > 0) {
    if (check && rated === before) await rater.check();
    const names = await radioGroups(page, 'form[data-keys]');
    const choices = names.map((name, index) => [name, String(level(rated + index))] as const);
    await choose(page, 'form[data-keys]', choices, check && rated === before);
    rated += names.length;
    await rater.press('Save and next');
  }
  if (check) await rater.check();
  await rater.press('Hand in');
  return rated;
}
