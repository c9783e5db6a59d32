/** Leads on from one part to the next; to the first one it takes the time that was chosen along. */
const ON = 'main a.btn.primary, main button[form=time-form]';

/**
 * Walks one attempt from its link to the receipt and calls `seen(page, name)` on every page, also on those beside the way.
 * Everything is answered alike: it is about the pages, not about the responses.
 */
export async function walkCandidate(browser, link, seen) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(link);
  await seen(page, 'candidate-landing');
  await press(page, page.getByRole('button', { name: 'Begin' }));
  await seen(page, 'candidate-landing-nothing-ticked');
  for (const box of await page.locator('main input[type=checkbox]').all()) await box.check();
  await press(page, page.getByRole('button', { name: 'Begin' }));
  await seen(page, 'candidate-parts');
  await lookBeside(context, page, link, seen);
  for (let part = 1; (await page.locator(ON).count()) > 0; part += 1) {
    await press(page, page.locator(ON).first());
    await seen(page, `candidate-part-${part}-start`);
    await lookElsewhere(context, page, part, seen);
    await press(page, page.getByRole('button', { name: 'Start' }));
    await walkPart(page, part, seen);
    await seen(page, `candidate-part-${part}-check`);
    await press(page, page.getByRole('button', { name: 'Hand in' }));
    if ((await page.locator(ON).count()) > 0) await seen(page, 'candidate-between-parts');
  }
  await seen(page, 'candidate-receipt');
  await answerQuestions(page, seen);
  await page.goto(link);
  await seen(page, 'candidate-status');
  await context.close();
}

/** Practice, the way to ask for a change, the link opened again, a window that only shows, and the way out. */
async function lookBeside(context, page, link, seen) {
  const beside = await context.newPage();
  const practice = await page
    .getByRole('link', { name: 'Practice question' })
    .evaluateAll((links) => links.map(({ href }) => href));
  for (const [index, href] of practice.entries()) {
    await beside.goto(href);
    await seen(beside, `candidate-practice-${index + 1}`);
    await press(beside, beside.locator('main form .btn.primary'));
    await seen(beside, `candidate-practice-${index + 1}-explained`);
  }
  await beside.goto(await page.getByRole('link', { name: 'Ask for a change' }).evaluate(({ href }) => href));
  await press(beside, beside.getByRole('button', { name: 'Ask', exact: true }));
  await seen(beside, 'candidate-adjustments-nothing-asked');
  await beside.getByLabel('Speak to someone').check();
  await press(beside, beside.getByRole('button', { name: 'Ask', exact: true }));
  await seen(beside, 'candidate-adjustments');
  for (const [path, name] of [
    ['', 'candidate-landing-again'],
    ['/withdrawal', 'candidate-withdrawal'],
  ]) {
    await beside.goto(link + path);
    await seen(beside, name);
  }
  await beside.goto(page.url().replace(/\?.*/, ''));
  await seen(beside, 'candidate-only-showing');
  await beside.close();
}

/** The same page in a window that only shows. */
async function lookElsewhere(context, page, part, seen) {
  const other = await context.newPage();
  await other.goto(page.url().replace(/\?.*/, ''));
  await seen(other, `candidate-part-${part}-only-showing`);
  await other.close();
}

/** What is asked after handing in. */
async function answerQuestions(page, seen) {
  for (const name of ['fair', 'clear']) await page.locator(`label:has([name=${name}])`).nth(3).click();
  await press(page, page.getByRole('button', { name: 'Send', exact: true }));
  const reuse = page.getByRole('button', { name: 'Yes, raters may learn' });
  if ((await reuse.count()) > 0) await press(page, reuse);
  await seen(page, 'candidate-receipt-answered');
}

async function walkPart(page, part, seen) {
  for (let number = 1; (await page.locator('#response').count()) > 0; number += 1) {
    if (number <= 2) await seen(page, `candidate-part-${part}-question-${number}`);
    const names = await page.evaluate(
      `[...new Set([...document.querySelectorAll('#response input[type=radio]')].map(({ name }) => name))]`,
    );
    for (const [index, name] of names.entries()) {
      const choices = page.locator(`label:has([name="${name}"])`);
      await choices.nth((index * 3) % (await choices.count())).click();
    }
    const confirmed = page.locator('#response [name=confirmed]');
    if ((await confirmed.count()) > 0) await confirmed.check();
    for (const box of await page.locator('#response textarea').all()) {
      await box.fill(
        'I am sorry that your plan broke. I will call you back by noon and say what I could do.',
      );
    }
    await press(page, page.locator('#response .actions button.primary').first());
    if (number > 60) throw new Error(`the part does not end: ${page.url()}`);
  }
}

export async function press(page, target) {
  const arrived = page.waitForEvent('framenavigated', (frame) => frame === page.mainFrame());
  await Promise.all([arrived, target.first().click()]);
  await page.waitForLoadState('load');
}
