import { describe, expect, it } from '@jest/globals';
import { countWords } from '../../../src/core/item/count-words.ts';

describe('counting words', () => {
  it.each([
    ['', 0],
    ['  \n ', 0],
    ['— … !', 0],
    ['One', 1],
    ["I'm sorry, Ms. O’Neill", 4],
    ['a well-known e-mail', 3],
    ['3 parcels at 10:30', 5],
    ['naïve Größe café', 3],
    ['مرحبا بك', 2],
    ['one\ntwo\tthree', 3],
    ['end- of', 2],
  ])('%j has %i', (text, words) => {
    expect(countWords(text)).toBe(words);
  });
});
