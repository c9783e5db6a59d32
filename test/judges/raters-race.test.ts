import { expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

it('keeps every seat that raters hand in at the same moment, once', async () => {
  const args = ['scripts/judges/raters-race.mjs', '--raters', '2', '--responses', '40'];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  expect(JSON.parse(stdout)).toMatchObject({ passed: true });
});
