import { describe, expect, it } from '@jest/globals';
import { isPlainRecord } from '../../../src/core/item/plain-record.ts';

describe('a plain record', () => {
  it.each([
    [{}, true],
    [{ a: 1 }, true],
    [Object.create(null), true],
    [null, false],
    [undefined, false],
    [[], false],
    ['text', false],
    [1, false],
  ])('%p: %p', (raw, plain) => {
    expect(isPlainRecord(raw)).toBe(plain);
  });
});
