import { describe, expect, it } from '@jest/globals';
import type { ResponseValue } from '../../../src/core/item/response-value.ts';
import type { ItemId, OptionId } from '../../../src/core/kernel/ids.ts';
import { noJudgment } from '../../../src/core/scoring/judgment-result.ts';
import { keyedItem } from '../../../src/core/scoring/keyed-item.ts';
import { scoreBestWorst } from '../../../src/core/scoring/score-best-worst.ts';
import { scoreRatedOptions } from '../../../src/core/scoring/score-rated-options.ts';
import { aKey, bestWorstItem, item, picks, rateItem, ratings } from './a-form.ts';

const key = aKey({ s1: { dimension: 'empathy', values: { x: 6, y: 6, z: 2 } } });
const always = (value: ResponseValue | null) => (_: ItemId) => value;

describe('the key’s half of a situation', () => {
  it('tells the value of an option, and the highest and lowest of all', () => {
    const keyed = keyedItem(key, item('s1'));
    expect(keyed).toMatchObject({ dimension: 'empathy', highest: 6, lowest: 2 });
    expect(keyed.valueOf('z' as OptionId)).toBe(2);
  });
});

describe('best and worst', () => {
  it('counts options that share the highest value alike', () => {
    const points = (best: string) =>
      scoreBestWorst([bestWorstItem('s1', ['x', 'y', 'z'])], key, always(picks(best, 'z'))).raw;
    expect([points('x'), points('y')]).toEqual([2, 2]);
  });
  it('leaves out a situation answered in another way', () => {
    const items = [bestWorstItem('s1', ['x', 'y', 'z']), bestWorstItem('s2', ['x'])];
    const valueOf = (id: ItemId) => (id === 's1' ? picks('x', 'z') : ratings({ x: 1 }));
    expect(scoreBestWorst(items, key, valueOf).items).toEqual([{ itemId: 's1', raw: 2 }]);
  });
});

describe('rated options', () => {
  it('leave out a situation without an answer', () => {
    const items = [rateItem('s1', ['x', 'y', 'z']), rateItem('s2', ['x'])];
    const valueOf = (id: ItemId) => (id === 's1' ? ratings({ x: 7, y: 7, z: 1 }) : null);
    const result = scoreRatedOptions(items, key, valueOf);
    expect(result.raw).toBeCloseTo(1, 12);
    expect(result.items.map(({ itemId }) => itemId)).toEqual(['s1']);
  });
});

describe('no Judgment', () => {
  it('has its reason and no pieces', () => {
    expect(noJudgment('flat-ratings')).toEqual({
      score: { value: null, reason: 'flat-ratings' },
      raw: null,
      dimensions: [],
      items: [],
    });
  });
});
