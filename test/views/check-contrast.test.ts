import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const tokens = readFileSync('public/css/tokens.css', 'utf8');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokens-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function check(css: string): { status: number | null; says: string } {
  const file = join(folder, 'tokens.css');
  writeFileSync(file, css);
  const { status, stderr } = spawnSync(process.execPath, ['scripts/check-contrast.mjs', file], {
    encoding: 'utf8',
  });
  return { status, says: stderr };
}

describe('check-contrast', () => {
  it('finds every pair of the real tokens readable', () => {
    expect(check(tokens)).toEqual({ status: 0, says: '' });
  });

  it('names a text that is too pale and what it stands on', () => {
    const found = check(tokens.replace('--muted: #535f6b', '--muted: #9aa4ae'));
    expect(found.status).toBe(1);
    expect(found.says).toMatch(/light: muted on surface is 2\.5\d, needs 4\.5/);
  });

  it('refuses a control whose edge cannot be seen', () => {
    expect(check(tokens.replace('--edge: #78848f', '--edge: #c9d0d6')).says).toContain('light: edge on bg');
  });

  it('refuses dark colours that differ between the device and the choice', () => {
    const at = tokens.lastIndexOf('--bar: #43505b');
    const changed = `${tokens.slice(0, at)}--bar: #43505c${tokens.slice(at + 14)}`;
    expect(check(changed)).toEqual({ status: 1, says: 'the two dark blocks differ\n' });
  });

  it('refuses a colour without its dark twin', () => {
    expect(check(tokens.replaceAll('--bar: #43505b;', '')).says).toBe('dark: bar is missing\n');
  });
});
