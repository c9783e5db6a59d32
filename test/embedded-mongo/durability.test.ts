import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';

const judge = (...args: string[]): string =>
  execFileSync(process.execPath, ['scripts/judges/store-kill9.mjs', ...args], { encoding: 'utf8' });

describe('A store killed at random moments under load', () => {
  it('loses nothing that was acknowledged, tears nothing, and its indexes equal a rebuild', () => {
    const result = JSON.parse(judge('--rounds', '4')) as Record<string, number>;
    expect(result).toMatchObject({ lost: 0, torn: 0, wrong: 0, damaged: 0 });
    expect(result['acknowledged']).toBeGreaterThan(50);
  }, 60_000);
});
