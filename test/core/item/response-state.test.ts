import { describe, expect, it } from '@jest/globals';
import { responseState } from '../../../src/core/item/response-state.ts';
import type { ResponseValue } from '../../../src/core/item/response-value.ts';
import type { OptionId } from '../../../src/core/kernel/ids.ts';
import { aBestWorstItem, aRateOptionsItem, aWrittenItem } from '../form/a-form.ts';

const ratings = (count: number): ResponseValue => ({
  kind: 'rate-options',
  ratings: Object.fromEntries(['a', 'b', 'c', 'd'].slice(0, count).map((id) => [id, 4])),
});
const picks = (best: string | null, worst: string | null): ResponseValue => ({
  kind: 'best-worst',
  best: best as OptionId | null,
  worst: worst as OptionId | null,
});
const text = (a: string, b: string): ResponseValue => ({ kind: 'written-response', a, b });

describe('how far a response has got', () => {
  it.each([
    [aRateOptionsItem(), null, 'empty'],
    [aRateOptionsItem(), ratings(0), 'empty'],
    [aRateOptionsItem(), ratings(3), 'partial'],
    [aRateOptionsItem(), ratings(4), 'answered'],
    [aBestWorstItem(), picks(null, null), 'empty'],
    [aBestWorstItem(), picks('a', null), 'partial'],
    [aBestWorstItem(), picks('a', 'b'), 'answered'],
    [aWrittenItem(), text('', ' \n'), 'empty'],
    [aWrittenItem(), text('Hello', ''), 'partial'],
    [aWrittenItem(), text('Hello', '...'), 'answered'],
  ] as const)('%#: %j', (item, value, state) => {
    expect(responseState(item, value)).toBe(state);
  });
});
