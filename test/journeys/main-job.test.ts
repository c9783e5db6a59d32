import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../browser/launch-chromium.ts';
import { serveTestApp, type ServedApp } from '../support/served-app.ts';
import { answerAll, beginAttempt } from './candidate-steps.ts';
import { rateOpenBatches } from './rater-steps.ts';
import { follow, noFindings, visit, type Visitor } from './visitor.ts';

const PASSWORD = 'four plain words together';
const findings = noFindings();

let browser: Browser;
let served: ServedApp;
const visitor = (options = {}) => visit(browser, served.url, findings, options);

beforeAll(async () => {
  browser = await launchChromium();
  served = await serveTestApp();
}, 60_000);

afterAll(async () => {
  await browser.close();
  await served.close();
});

let owner: Visitor;
let recruiter: Visitor;
let manager: Visitor;
const raters: Visitor[] = [];
const links: string[] = [];
let role = '';

/** The owner adds a person and hands over the link; the person joins in a browser of their own. */
async function join(name: string, email: string, roles: string): Promise<Visitor> {
  await owner.go('/people');
  await owner.fill({ name, email });
  await owner.page.check(`[name=roles][value=${roles}]`);
  await owner.press('Add and show link');
  const link = await owner.page.inputValue('#join-link');
  const person = await visitor();
  await person.go(link);
  await person.fill({ password: PASSWORD });
  await person.press('Save and sign in');
  return person;
}

let brokenBy: string | null = null;

/** One leg of the journey; where an earlier one failed, the rest has nothing to stand on and says so. */
function leg(title: string, walk: () => Promise<void>, timeoutMs = 60_000): void {
  it(
    title,
    async () => {
      if (brokenBy !== null) throw new Error(`not walked: "${brokenBy}" failed before`);
      brokenBy = title;
      await walk();
      brokenBy = null;
    },
    timeoutMs,
  );
}

describe('the main job, from an empty installation to a comparison', () => {
  leg(
    'starts with the owner setting it up',
    async () => {
      owner = await visitor();
      await owner.go('/');
      expect(owner.page.url()).toContain('/set-up');
      await owner.check();
      await owner.fill({
        code: served.deps.setUpCode,
        organisation: 'Harbour Line Support',
        contactName: 'The hiring team',
        contactEmail: 'hiring@example.org',
        name: 'Olga Owner',
        email: 'olga@example.org',
        password: PASSWORD,
      });
      await owner.press('Set up');
      expect(new URL(owner.page.url()).pathname).toBe('/');
      await owner.check();
    },
    60_000,
  );

  leg(
    'goes on with the people joining by link',
    async () => {
      await owner.go('/people');
      await owner.check();
      recruiter = await join('Rosa Recruiter', 'rosa@example.org', 'recruiter');
      manager = await join('Hanna Manager', 'hanna@example.org', 'hiring-manager');
      for (const name of ['Ravi', 'Rita', 'Rolf']) {
        raters.push(await join(`${name} Rater`, `${name.toLowerCase()}@example.org`, 'rater'));
      }
      await owner.check();
      expect(new URL(recruiter.page.url()).pathname).toBe('/');
    },
    120_000,
  );

  leg(
    'lets the recruiter open a role',
    async () => {
      await recruiter.go('/requisitions/new');
      await recruiter.check();
      await recruiter.fill({ title: 'Travel support agent' });
      await recruiter.page.check('[name=assessmentId][value=customer-conversations]');
      await recruiter.press('Make a draft');
      role = new URL(recruiter.page.url()).pathname;
      await recruiter.check();
      await recruiter.go(`${role}/job-analysis`);
      await recruiter.page.locator('[name=text]').first().fill('Answers people whose journey went wrong');
      await recruiter.page.locator('[name=criteria]').first().check();
      await recruiter.check();
      await recruiter.press('Save the tasks');
      for (const criterion of ['communication', 'adaptability']) {
        if (!(await recruiter.page.locator(`[name=criteria][value="0:${criterion}"]`).isChecked())) {
          await recruiter.page.check(`[name=criteria][value="0:${criterion}"]`);
        }
      }
      await recruiter.press('Save the tasks');
      await recruiter.fill({ by: 'Hanna Manager, head of travel support' });
      await recruiter.press('Record the confirmation');
      await recruiter.go(`${role}/members`);
      await recruiter.check();
      const people = recruiter.page.locator('select[name=personId]');
      const hanna = (await people.locator('option').allTextContents()).find((text) => text.includes('Hanna'));
      await people.selectOption({ label: hanna ?? 'Hanna is not offered' });
      await recruiter.press('Add');
      await recruiter.go(`${role}/rules`);
      await recruiter.check();
      await recruiter.fill({ places: '1' });
      await recruiter.press('Save the rules');
      await recruiter.go(role);
      await recruiter.press('Open the role');
      expect(await recruiter.page.textContent('main')).toContain('Invite the first applicants');
      await recruiter.check();
    },
    120_000,
  );

  leg(
    'lets the recruiter invite two people by typing their addresses',
    async () => {
      await recruiter.go(`${role}/invitations`);
      await recruiter.check();
      await recruiter.fill({ people: 'Ada Applicant <ada@example.org>\nBen Applicant <ben@example.org>' });
      await recruiter.press('Invite');
      await recruiter.check();
      for (const input of await recruiter.page.locator('input[readonly]').all())
        links.push(await input.inputValue());
      expect(links).toHaveLength(2);
    },
    60_000,
  );

  leg(
    'lets one applicant take it with script and the other without',
    async () => {
      const [ada, ben] = [await visitor(), await visitor({ javaScriptEnabled: false })];
      await beginAttempt(ada, links[0] ?? '');
      await answerAll(ada, 'Ada', { check: true });
      await beginAttempt(ben, links[1] ?? '');
      await answerAll(ben, 'Ben', { check: false });
      for (const person of [ada, ben])
        expect(await person.page.textContent('main')).toContain('Your answers are in');
      await ada.context.close();
      await ben.context.close();
    },
    240_000,
  );

  leg(
    'lets the manager give the responses to two raters',
    async () => {
      await served.runJobs();
      await manager.go(`${role}/rating`);
      await manager.check();
      await manager.page.getByLabel('Ravi Rater').check();
      await manager.page.getByLabel('Rita Rater').check();
      await manager.press('Show the work first');
      await manager.check();
      await manager.press('Give the responses to these raters');
      await manager.check();
    },
    60_000,
  );

  leg(
    'lets both raters rate blind, and a third where they differ by two levels',
    async () => {
      const [ravi, rita, rolf] = raters as [Visitor, Visitor, Visitor];
      await rateOpenBatches(ravi, { check: true, level: () => 4 });
      await rateOpenBatches(rita, { check: false, level: (index) => (index === 0 ? 2 : 4) });
      await served.runJobs();
      await rolf.go('/rating');
      await rolf.check();
      expect(await rolf.page.textContent('main')).toContain('New work to take');
      await rateOpenBatches(rolf, { check: false, level: () => 4 });
      await served.runJobs();
    },
    240_000,
  );

  leg(
    'ends with both applicants side by side',
    async () => {
      await recruiter.go(`${role}/applicants`);
      await recruiter.check();
      expect(await recruiter.page.textContent('main')).not.toContain('Nothing handed in yet');
      const boxes = recruiter.page.locator('input[name=applicant]:visible');
      await boxes.nth(0).check();
      await boxes.nth(1).check();
      await recruiter.press('Compare');
      await recruiter.check();
      await follow(recruiter.page, recruiter.page.getByRole('link', { name: 'Responses' }));
      await recruiter.check();
      const text = (await recruiter.page.textContent('main')) ?? '';
      expect(text).toContain('I am sorry your plan broke');
      expect(text).not.toMatch(/(Ada|Ben) Applicant|@example\.org/);
    },
    60_000,
  );

  it('shows nobody a barrier and breaks no rule of the content policy on the way', () => {
    expect(findings.violations).toEqual([]);
    expect(findings.reports).toEqual([]);
    expect(findings.checked.size).toBeGreaterThan(30);
  });
});
