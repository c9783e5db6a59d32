import { describe, expect, it } from '@jest/globals';
import { readingLevel } from '../../../src/core/content-checks/reading-level.ts';
import { blocksOf } from '../../../src/core/mail/mail-words.ts';
import { aMailContent } from './a-mail.ts';

const LATER = new Date('2026-04-20T10:00:00Z');

describe('the words of a mail', () => {
  it.each([
    ['invitation', null],
    ['reminder', null],
    ['reminder', LATER],
    ['extended', null],
  ] as const)('are easy to read in %s', (kind, finishBy) => {
    const said = blocksOf(aMailContent({ kind, finishBy })).flatMap((block) =>
      block.kind === 'text' ? [block.text] : block.kind === 'list' ? block.items : [],
    );
    expect(readingLevel(said.join('\n'))?.grade).toBeLessThanOrEqual(5);
  });

  it('promise no time limit where there is none', () => {
    const list = blocksOf(aMailContent({ timed: false })).find(({ kind }) => kind === 'list');
    expect(list).toMatchObject({ items: expect.arrayContaining(['There is no time limit.']) });
  });
});
