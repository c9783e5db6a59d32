import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../src/compose.ts';
import { BULK_STAGES } from '../../../src/core/applicant/bulk-action.ts';

const sources = readdirSync(join(projectRoot, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file, text: readFileSync(join(projectRoot, 'src', file), 'utf8') }));
const filesWith = (words: RegExp): string[] =>
  sources
    .filter(({ text }) => words.test(text))
    .map(({ file }) => file)
    .sort();

describe('nothing rejects by itself', () => {
  it('because the stage is written by a decision and by a withdrawal alone', () => {
    const written = sources
      .filter(({ file }) => file.startsWith('store/applicant'))
      .flatMap(({ text }) =>
        [...text.matchAll(/\$set: \{[^}]*\bstage: ([\w.']+)/g)].map(([, value]) => value),
      );
    expect(written.sort()).toEqual(["'withdrawn'", 'decision.to']);
    expect(filesWith(/\bstage: 'rejected'/)).toEqual([]);
  });

  it('because only what a person sends decides, and several at once are never rejected', () => {
    expect(filesWith(/\bapplicants\s*\.decide\(/)).toEqual([
      'features/applicant-comparison/bulk/move-person.ts',
      'features/decisions/decide.ts',
    ]);
    expect(filesWith(/from '\.\/decide\.ts'|decisions\/decide\.ts'/)).toEqual([
      'features/decisions/handlers.ts',
    ]);
    expect(BULK_STAGES).toEqual(['open', 'shortlisted', 'interview']);
  });
});
