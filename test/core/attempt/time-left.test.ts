import { describe, expect, it } from '@jest/globals';
import { timeLeftWords } from '../../../src/core/attempt/time-left.ts';

describe('time left in words', () => {
  it.each([
    [18 * 60_000, 'About 18 minutes left'],
    [18.4 * 60_000, 'About 18 minutes left'],
    [2 * 60_000, 'About 2 minutes left'],
    [60_000, 'About 1 minute left'],
    [59_999, 'Less than 1 minute left'],
    [1, 'Less than 1 minute left'],
    [0, 'Time is up'],
    [-1, 'Time is up'],
  ])('%d ms: %s', (ms, words) => {
    expect(timeLeftWords(ms)).toBe(words);
  });
});
