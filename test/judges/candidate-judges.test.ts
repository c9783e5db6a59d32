import { describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Short forms of `npm run judge -- NAME`; without the limits of time that a busy machine may miss. */
const JUDGES = [
  ['kill9-app', '--seconds 3 --every 2 --candidates 20 --first-save 20'],
  ['ack-lost', '--candidates 5 --texts 12'],
  ['reorder', '--orders 60'],
  ['store-down', '--seconds 4 --candidates 10 --no-page'],
  ['submit-race', '--runs 5'],
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
