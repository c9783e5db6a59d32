import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { aPerson, aRole, ratedThroughout } from '../../features/applicant-comparison/a-role.ts';
import { storePeople, storeRole } from '../../features/applicant-comparison/store-role.ts';
import { storeKey } from '../../features/decisions/store-key.ts';
import { follow, noFindings, type Visitor } from '../../journeys/visitor.ts';
import { addOrganisation, signInAs, type Staff } from '../../support/actors.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { launchChromium } from '../launch-chromium.ts';
import { seat } from './seated.ts';

const REASONS = {
  recruiter: 'Heard the traveller before offering anything.',
  lead: 'Explains well, hurries the first sentence.',
  colleague: 'Promised what the desk cannot keep.',
} as const;
const findings = noFindings();
let browser: Browser;
let test: TestApp;
let recruiter: Staff;
let lead: Staff;
let colleague: Staff;
let auditor: Staff;
let base: string;
const open = (who: Staff, options = {}): Promise<Visitor> => seat({ browser, test, findings }, who, options);

beforeAll(async () => {
  [browser, test] = await Promise.all([launchChromium(), startTestApp()]);
  const home = await addOrganisation(test);
  recruiter = await signInAs(test, home, ['recruiter'], 'Rosa Diaz');
  lead = await signInAs(test, home, ['hiring-manager'], 'Lena Okafor');
  colleague = await signInAs(test, home, ['interviewer'], 'Ines Moreau');
  auditor = await signInAs(test, home, ['auditor'], 'Adil Aksoy');
  const members = [recruiter, lead, colleague].map(({ actor }) => actor.personId);
  const role = aRole(home, { members, state: 'open', title: 'Front desk' });
  base = `/requisitions/${role.requisition.id}`;
  await storeRole(test, role);
  await storeKey(test, role);
  await storePeople(test, [
    aPerson(role, { label: 'AAAAA', ...ratedThroughout(role.form, [4, 5, 4]) }),
    aPerson(role, { label: 'BBBBB', ...ratedThroughout(role.form, [2, 1, 2]) }),
    aPerson(role, { label: 'CCCCC', state: 'invited' }),
  ]);
}, 90_000);
afterAll(async () => {
  await browser.close();
  await test.close();
});

const link = (page: Page, name: string | RegExp) =>
  follow(page, page.getByRole('link', { name, exact: true }).first());
const said = async (page: Page): Promise<string> =>
  ((await page.textContent('main')) ?? '').replace(/\s+/g, ' ');

/** Moves the focus on with Tab until it is where the test says. */
async function tabTo(page: Page, there: string): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    if (await page.evaluate<boolean>(`document.activeElement?.matches(${JSON.stringify(there)}) ?? false`))
      return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no Tab leads to ${there} on ${page.url()}`);
}

async function enterAt(page: Page, there: string): Promise<void> {
  await tabTo(page, there);
  const arrived = page.waitForEvent('framenavigated', (frame) => frame === page.mainFrame());
  await page.keyboard.press('Enter');
  await arrived;
  await page.waitForLoadState('load');
}

describe('a decision of several people', () => {
  it('begins on home: compared, read, shortlisted with a reason, and colleagues asked', async () => {
    const { page, check, press } = await open(recruiter);
    await page.goto(test.address);
    await check();
    await link(page, 'Front desk');
    await link(page, 'Applicants');
    await check();
    for (const box of await page.locator('input[name=applicant]').all()) await box.check();
    await press('Compare chosen');
    expect(await said(page)).toContain('On Written every two of them differ');
    await check();
    await link(page, 'AAAAA');
    await check();
    await link(page, 'Interview guide');
    expect(await said(page)).not.toMatch(/± \d/);
    await check();
    await page.goBack();
    await link(page, 'Decide');
    await check();
    await page.check('[name=to][value=shortlisted]');
    await page.fill('[name=reason]', 'Named what the traveller stands to lose.');
    await press('Decide');
    await test.deps.relay.soon();
    await page.goto(`${test.address}${base}/asked`);
    for (const { actor } of [recruiter, lead, colleague])
      await page.selectOption(`[name="view-${actor.personId}"]`, 'customer-colleague');
    await check();
    await press('Save');
    await page.context().close();
  }, 120_000);

  it('has its list and reports on paper with the ground of every level, from the first sheet on', async () => {
    const { page } = await open(recruiter);
    await page.emulateMedia({ media: 'print' });
    const styles = (selector: string, property: string) =>
      page.evaluate<string[]>(
        `[...document.querySelectorAll('${selector}')].map((one) => getComputedStyle(one)['${property}'])`,
      );
    await page.goto(`${test.address}${base}/applicants`);
    const squares = await styles('.levels > span', 'printColorAdjust');
    expect(squares.length).toBeGreaterThan(10);
    expect(await styles('.card.flush', 'breakInside')).toEqual(['auto']);
    await link(page, 'AAAAA');
    const levels = await styles('.level', 'printColorAdjust');
    expect(levels.length).toBeGreaterThan(5);
    expect(new Set([...squares, ...levels])).toEqual(new Set(['exact']));
    await page.context().close();
  }, 60_000);

  it('hides others’ views until one’s own is in: by mouse on a phone, by keyboard alone, without script', async () => {
    const phone = await open(recruiter);
    await phone.page.setViewportSize({ width: 390, height: 780 });
    await phone.page.goto(test.address);
    expect(await said(phone.page)).toContain('Your view of 1 applicant is asked of you');
    await link(phone.page, /^Give your view/);
    await link(phone.page, 'Asked: give yours');
    await phone.page.check('[name=recommendation][value=recommend]');
    await phone.page.fill('[name=reason]', REASONS.recruiter);
    await phone.press('Give my view');
    await phone.check();

    const keys = await open(lead);
    await keys.page.goto(test.address);
    await enterAt(keys.page, `a[href="${base}/interviews"]`);
    await enterAt(keys.page, 'main a[href$="/views"]');
    expect(await said(keys.page)).not.toContain(REASONS.recruiter);
    await tabTo(keys.page, '[name=recommendation]');
    await keys.page.keyboard.press('Space');
    await tabTo(keys.page, '[name=reason]');
    await keys.page.keyboard.type(REASONS.lead);
    await enterAt(keys.page, 'main form button.primary');
    expect(await said(keys.page)).toContain(REASONS.recruiter);
    await keys.check();

    const plain = await open(colleague, { javaScriptEnabled: false });
    await plain.page.goto(test.address);
    await link(plain.page, /^Give your view/);
    await link(plain.page, 'Asked: give yours');
    expect(await said(plain.page)).not.toMatch(new RegExp(`${REASONS.recruiter}|${REASONS.lead}`));
    await plain.page.check('[name=recommendation][value=not]');
    await plain.page.fill('[name=reason]', REASONS.colleague);
    await plain.press('Give my view');
    const all = await said(plain.page);
    for (const reason of Object.values(REASONS)) expect(all).toContain(reason);
    expect(all).toContain('They differ');
    for (const { page } of [phone, keys, plain]) await page.context().close();
  }, 120_000);

  it('reveals the name on demand, which the auditor sees, and closes with a message that was previewed', async () => {
    const { page, check, press } = await open(recruiter);
    await page.goto(`${test.address}${base}/interviews`);
    await check();
    await link(page, 'Given: read all');
    await link(page, 'Decide');
    expect(await said(page)).not.toContain('Canary');
    await press('Show the name');
    expect(await said(page)).toContain('Canary AAAAA');
    await page.check('[name=to][value=offer]');
    await page.fill('[name=reason]', 'The views were talked over; the first needs of the desk are met.');
    await page.fill('[name=message]', 'We would like you to join us.');
    await press('Decide');
    expect(await said(page)).toContain('We would like you to join us.');
    await check();
    await page.locator('[name=go][value=send]').click();
    await page.waitForURL(/\/decision$/);
    await page.waitForLoadState('load');
    expect(await said(page)).toContain('The views were talked over');
    await check();
    await test.deps.relay.soon();

    const trail = await open(auditor);
    await trail.page.goto(`${test.address}/audit?about=AAAAA`);
    const rows = await trail.page.locator('tbody tr').allTextContents();
    const row = (what: string) => rows.find((text) => text.includes(what)) ?? '';
    expect(row('Applicant name revealed')).toContain('Rosa Diaz');
    expect(row('Comparison viewed')).toContain('Rosa Diaz');
    expect(rows.filter((text) => text.includes('Independent view given'))).toHaveLength(3);
    await trail.check();
    for (const one of [page, trail.page]) await one.context().close();
  }, 120_000);

  it('shows nobody a barrier and breaks no rule of the content policy on the way', () => {
    expect(findings).toMatchObject({ violations: [], reports: [] });
    expect(findings.checked.size).toBeGreaterThan(15);
  });
});
