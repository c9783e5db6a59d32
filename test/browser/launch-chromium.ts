import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** The browser named by CHROMIUM_PATH; without it the packed one is unpacked into a folder of its own. */
export async function launchChromium(): Promise<Browser> {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined) return chromium.launch({ executablePath: named, args: ['--no-sandbox'] });
  const home = mkdtempSync(join(tmpdir(), 'chromium-'));
  const before = process.env.TMPDIR;
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x';
  process.env.TMPDIR = home;
  const packed = await import('@sparticuz/chromium');
  const browser = await chromium.launch({
    executablePath: await packed.default.executablePath(),
    args: ['--no-sandbox'],
  });
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  browser.on('disconnected', () => {
    rmSync(home, { recursive: true, force: true });
  });
  return browser;
}
