import { describe, expect, it } from '@jest/globals';
import { mayWrite } from '../../../src/core/attempt/may-write.ts';

describe('a page may write', () => {
  it.each([
    [null, false],
    [1, false],
    [2, true],
    [3, false],
  ])('with writer %p of an attempt held by writer 2: %p', (writer, may) => {
    expect(mayWrite({ epoch: 2 }, writer)).toBe(may);
  });
});
