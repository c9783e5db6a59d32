import type { Browser } from 'playwright-core';
import { visit, type Findings, type Visitor } from '../../journeys/visitor.ts';
import type { Staff } from '../../support/actors.ts';
import type { TestApp } from '../../support/test-app.ts';

interface Seat {
  readonly browser: Browser;
  readonly test: TestApp;
  readonly findings: Findings;
}

/** A browser in which this person is signed in already. */
export async function seat(
  { browser, test, findings }: Seat,
  { agent }: Staff,
  options: { javaScriptEnabled?: boolean } = {},
): Promise<Visitor> {
  const visitor = await visit(browser, test.address, findings, options);
  const cookies = agent.jar.getCookies({ domain: '127.0.0.1', path: '/', secure: false, script: false });
  await visitor.context.addCookies(
    cookies.map(({ name, value }) => ({ name, value, url: test.address, httpOnly: true })),
  );
  return visitor;
}
