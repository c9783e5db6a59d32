import { describe, expect, it } from '@jest/globals';
import { validateResponse } from '../../../src/core/item/validate-response.ts';
import {
  aBestWorstItem,
  aPickOneItem,
  aRankOptionsItem,
  aRateOptionsItem,
  aWrittenItem,
} from '../form/a-form.ts';

describe('a response', () => {
  it.each([
    [aRateOptionsItem(), { ratings: { a: '3' } }, { kind: 'rate-options', ratings: { a: 3 } }],
    [aBestWorstItem(), { best: 'a' }, { kind: 'best-worst', best: 'a', worst: null }],
    [aPickOneItem(), { pick: 'a' }, { kind: 'pick-one', pick: 'a' }],
    [
      aRankOptionsItem(),
      { move: 'up-b' },
      { kind: 'rank-options', order: ['b', 'a', 'c', 'd'], confirmed: false },
    ],
    [aWrittenItem(), { a: 'Hello' }, { kind: 'written-response', a: 'Hello', b: '' }],
  ])('is judged by the rules of its own kind: $0.kind', (item, raw, value) => {
    expect(validateResponse(item, raw)).toEqual({ kind: 'valid', value });
  });
});
