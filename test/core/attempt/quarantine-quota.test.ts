import { describe, expect, it } from '@jest/globals';
import { mayQuarantine } from '../../../src/core/attempt/quarantine-quota.ts';

describe('what can be kept aside', () => {
  it.each([
    [0, 0, 1, true],
    [499, 0, 1, true],
    [500, 0, 1, false],
    [1, 8 * 1024 * 1024 - 10, 10, true],
    [1, 8 * 1024 * 1024 - 10, 11, false],
  ])('%i entries of %i bytes, another of %i: %p', (entries, bytes, more, may) => {
    expect(mayQuarantine({ entries, bytes }, more)).toBe(may);
  });
});
