import { press } from '../walk-candidate.mjs';
import { staffDecisionScenes } from './staff-decisions.mjs';

const PARTS = { profile: 'Criteria', distribution: 'Among all applicants', responses: 'Responses' };

/** What staff reach by a form and not by a link. */
export function staffFormScenes({ address, see, signIn, personWith }) {
  const byName = (page, role, name) => page.getByRole(role, { name, exact: true });

  async function openList(role = 'recruiter') {
    const page = await signIn(personWith(role));
    await press(page, page.locator('main table a'));
    await press(page, page.getByRole('link', { name: 'Applicants' }));
    return page;
  }

  async function choose(page, count) {
    const complete = page.locator('tr', { hasText: 'Complete' }).locator('input.tick');
    for (let index = 0; index < count; index += 1) await complete.nth(index).check();
  }

  async function comparison() {
    const page = await openList();
    await press(page, byName(page, 'button', 'Compare chosen'));
    await see(page, 'comparison-of-nobody');
    await page.goBack();
    await choose(page, 3);
    await press(page, page.getByRole('button', { name: 'Compare chosen' }));
    await see(page, 'comparison');
    for (const [part, label] of Object.entries(PARTS)) {
      await press(page, byName(page, 'link', label));
      await see(page, `comparison-${part}`);
    }
    await page.context().close();
  }

  async function rubric() {
    const page = await signIn(personWith('hiring-manager'));
    await press(page, page.locator('main table a'));
    const at = /.*\/requisitions\/[\w-]{22}/.exec(page.url())[0];
    await page.goto(`${at}/rubric`);
    const withdraw = page.getByRole('button', { name: 'Withdraw it and edit the draft again' });
    if ((await withdraw.count()) > 0) await press(page, withdraw);
    await see(page, 'rubric-with-draft');
    for (const part of ['draft', 'sample', 'preview']) {
      await page.goto(`${at}/rubric/${part}`);
      await see(page, `rubric-${part}`);
    }
    await page.goto(`${at}/rubric/sample`);
    const sampled = page.locator('main table a');
    if ((await sampled.count()) > 0) {
      await press(page, sampled);
      await see(page, 'rubric-sampled-response');
    }
    await page.context().close();
  }

  async function invitations() {
    const page = await openList();
    await page.goto(page.url().replace(/\/applicants.*/, '/invitations'));
    await press(page, byName(page, 'button', 'Invite'));
    await see(page, 'invitations-nobody-named');
    await press(page, byName(page, 'button', 'Preview the mail'));
    await see(page, 'invitations-preview');
    await page.goto(page.url().replace(/\/invitations.*/, '/imports'));
    await page.setInputFiles('main input[type=file]', {
      ...{ name: 'people.csv', mimeType: 'text/csv' },
      buffer: Buffer.from('name,email\nNoor Haddad,noor@example.org\nNobody,no address\n'),
    });
    await press(page, byName(page, 'button', 'Check the table'));
    await see(page, 'import-checked');
    await page.context().close();
  }

  async function owner() {
    const page = await signIn(personWith('owner'));
    await page.goto(`${address}/erasure?find=nobody`);
    await see(page, 'erasure-nobody-found');
    await page.goto(`${address}/people`);
    await page.fill('main form [name=name]', 'Ada Quist');
    await page.fill('main form [name=email]', 'ada@example.org');
    await page.locator('main form input[type=checkbox]').first().check();
    await press(page, byName(page, 'button', 'Add and show link'));
    await see(page, 'person-link');
    const link = await page.locator('.copy input').first().inputValue();
    await page.goto(link);
    await see(page, 'join');
    await press(page, page.locator('main form button'));
    await see(page, 'join-refused');
    await page.context().close();
  }

  async function rater() {
    const page = await signIn(personWith('rater'));
    await page.goto(`${address}/rating`);
    await press(page, page.locator('article a.btn.primary'));
    if ((await page.locator('form[data-keys]').count()) === 0)
      await press(page, page.locator('main table a'));
    await see(page, 'rate');
    await press(page, page.locator('form[data-keys] button.primary'));
    await see(page, 'rate-not-finished');
    await page.context().close();
  }

  return {
    ...{ comparison, rubric, invitations, byOwner: owner, rate: rater },
    ...staffDecisionScenes({ see, openList, choose }),
  };
}
