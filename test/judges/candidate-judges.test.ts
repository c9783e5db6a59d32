import { describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Short forms of `npm run judge -- NAME`; without the limits of time that a busy machine may miss. */
const JUDGES = [
  ['kill9-app', '--seconds 3 --every 2 --candidates 10 --first-save 20'],
  ['ack-lost', '--candidates 3 --texts 8'],
  ['raters-race', '--raters 2 --responses 40'],
  ['reorder', '--orders 20'],
  ['store-down', '--seconds 3 --candidates 5 --no-page'],
  ['submit-race', '--runs 3'],
] as const;

describe('what was acknowledged is stored, whatever goes wrong on the way', () => {
  it.each(JUDGES)(
    'as %s shows',
    async (name, options) => {
      const args = [`scripts/judges/${name}.mjs`, ...options.split(' ')];
      const { stdout } = await run(process.execPath, args, { timeout: 100_000 });
      expect(JSON.parse(stdout)).toMatchObject({ passed: true });
    },
    120_000,
  );
});
