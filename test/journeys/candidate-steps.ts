import { choose, follow, radioGroups, type Visitor } from './visitor.ts';

/** From the link to the page with the parts. */
export async function beginAttempt({ page, go, press }: Visitor, link: string): Promise<void> {
  await go(link);
  for (const box of await page.locator('input[type=checkbox]').all()) await box.check();
  await press('Begin');
}

interface Pace {
  readonly check: boolean;
}

/** Both parts, every question, the check pages, to the receipt. */
export async function answerAll(visitor: Visitor, name: string, { check }: Pace): Promise<void> {
  const seen = check ? visitor.check : () => Promise.resolve();
  await seen();
  for (let part = 0; part < 2; part += 1) {
    await follow(
      visitor.page,
      visitor.page.locator('main a.btn.primary, main button[form=time-form]').first(),
    );
    await seen();
    await visitor.press('Start');
    await answerPart(visitor, name, seen);
    await seen();
    await visitor.press('Hand in');
    await seen();
  }
}

async function answerPart(visitor: Visitor, name: string, seen: () => Promise<void>): Promise<void> {
  const { page } = visitor;
  let pages = 0;
  while ((await page.locator('#response').count()) > 0) {
    if (pages === 0) await seen();
    await answerPage(visitor, name, pages === 0);
    await follow(page, page.locator('#response .actions button.primary').first());
    pages += 1;
    if (pages > 40) throw new Error(`the part does not end: ${page.url()}`);
  }
}

async function answerPage({ page }: Visitor, name: string, byHand: boolean): Promise<void> {
  const groups = await radioGroups(page, '#response');
  const value = (index: number) => String(((index * 3 + name.length) % 7) + 1);
  const choices = groups.map((group, index) => [group, value(index)] as const);
  await choose(page, '#response', choices, byHand);
  for (const box of await page.locator('#response textarea').all()) {
    await box.fill('I am sorry your plan broke. I will call you back by noon and say what I could do.');
  }
}
