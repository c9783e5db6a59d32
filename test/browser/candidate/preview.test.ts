import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { aPreview, ROLE_PAGES } from '../../features/candidate-attempt/a-preview.ts';
import { noFindings, visit } from '../../journeys/visitor.ts';
import type { Staff } from '../../support/actors.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { launchChromium } from '../launch-chromium.ts';

describe('the preview of a role in a browser', () => {
  let test: TestApp;
  let member: Staff;
  let root: string;
  let browser: Browser;
  beforeAll(async () => {
    test = await startTestApp();
    ({ member, root } = await aPreview(test));
    browser = await launchChromium();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await test.close();
  });

  it('every page passes axe at both widths, keeps nothing on the device and asks the server nothing', async () => {
    const findings = noFindings();
    const url = test.address;
    const visitor = await visit(browser, url, findings);
    await visitor.go('/sign-in');
    await visitor.fill({ email: member.email, password: 'four plain words together' });
    await visitor.press('Sign in');
    const asked: string[] = [];
    visitor.page.on('request', (request) => {
      if (['fetch', 'xhr', 'ping'].includes(request.resourceType())) asked.push(request.url());
    });
    for (const page of ROLE_PAGES) {
      await visitor.go(`${root}/${page}`);
      for (const box of await visitor.page.locator('textarea').all()) await box.fill('typed to try it');
      await visitor.check();
    }
    const kept = await visitor.page.evaluate<number>('localStorage.length + sessionStorage.length');
    await visitor.context.close();
    expect(findings.violations).toEqual([]);
    expect(findings.reports).toEqual([]);
    expect(findings.checked.size).toBe(2 * ROLE_PAGES.length);
    expect({ kept, asked }).toEqual({ kept: 0, asked: [] });
  }, 120_000);
});
