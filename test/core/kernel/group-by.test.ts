import { describe, expect, it } from '@jest/globals';
import { groupBy } from '../../../src/core/kernel/group-by.ts';

describe('group by', () => {
  it('keeps names in the order of first appearance and items in theirs', () => {
    const groups = groupBy(['bee', 'ant', 'bat'], (word) => word.slice(0, 1));
    expect([...groups]).toEqual([
      ['b', ['bee', 'bat']],
      ['a', ['ant']],
    ]);
  });
});
