import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';

/** Chromium from CHROMIUM_PATH, else the packed one. Its own arguments would switch web security off. */
export async function launch(options = {}) {
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x';
  const executablePath = process.env.CHROMIUM_PATH ?? (await chromium.executablePath());
  return playwright.launch({ executablePath, args: ['--no-sandbox'], ...options });
}

export async function signIn(browser, address, person, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  await page.goto(`${address}/sign-in`);
  await page.fill('[name=email]', person.email);
  await page.fill('[name=password]', person.password);
  await Promise.all([page.waitForNavigation(), page.click('main button')]);
  return page;
}

export const personWith = (demo, role) => demo.people.find(({ roles }) => roles.includes(role));
