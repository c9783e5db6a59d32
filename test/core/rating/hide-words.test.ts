import { describe, expect, it } from '@jest/globals';
import { findWords, hideWords } from '../../../src/core/rating/hide-words.ts';

const text = { a: 'I am Ann Lee. Ann signs.', b: 'Yours, Ann' };

describe('hiding words of a response', () => {
  it('finds every place of the words, in both steps', () => {
    expect(findWords('Ann', text)).toEqual([
      { step: 'a', start: 5, end: 8 },
      { step: 'a', start: 14, end: 17 },
      { step: 'b', start: 7, end: 10 },
    ]);
    expect(findWords('ann', text)).toEqual([]);
    expect(findWords('', text)).toEqual([]);
  });

  it('covers them with blocks and keeps every other place where it was', () => {
    const hidden = hideWords(text, findWords('Ann Lee', text));
    expect(hidden).toEqual({ a: 'I am ███ ███. Ann signs.', b: 'Yours, Ann' });
    expect(hideWords({ a: 'x 😀 y', b: '' }, findWords('😀', { a: 'x 😀 y', b: '' })).a).toHaveLength(6);
  });
});
