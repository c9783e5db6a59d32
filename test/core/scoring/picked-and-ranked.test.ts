import { describe, expect, it } from '@jest/globals';
import type { Item, PickOneItem, RankOptionsItem } from '../../../src/core/item/item.ts';
import type { ResponseValue } from '../../../src/core/item/response-value.ts';
import type { OptionId } from '../../../src/core/kernel/ids.ts';
import { judgmentScore } from '../../../src/core/scoring/judgment-score.ts';
import { scorePickedOptions } from '../../../src/core/scoring/score-picked-options.ts';
import { scoreRankedOptions } from '../../../src/core/scoring/score-ranked-options.ts';
import { aForm, aKey, rateItem } from './a-form.ts';

const names = ['x', 'y', 'z'];
const pickItem = (id: string): Item => ({ ...rateItem(id, names), kind: 'pick-one' });
const rankItem = (id: string): Item => ({ ...rateItem(id, names), kind: 'rank-options' });
const pick = (name: string | null): ResponseValue => ({ kind: 'pick-one', pick: name as OptionId | null });
const order = (text: string, confirmed = true): ResponseValue => ({
  kind: 'rank-options',
  order: Array.from(text) as OptionId[],
  confirmed,
});
const key = aKey({
  s1: { dimension: 'empathy', values: { x: 6, y: 3, z: 2 } },
  s2: { dimension: 'plain', values: { x: 2, y: 6, z: 6 } },
});

function judged(itemOf: (id: string) => Item, values: readonly ResponseValue[]) {
  const items = ['s1', 's2'].map(itemOf);
  const valueBy: Record<string, { value: ResponseValue }> = {};
  values.forEach((value, index) => (valueBy[`s${index + 1}`] = { value }));
  return judgmentScore({
    form: aForm(items),
    key,
    responses: valueBy,
  });
}

describe('one pick a situation', () => {
  it('counts by the value of the option between the lowest and the highest', () => {
    const score = judged(pickItem, [pick('y'), pick('z')]);
    expect(score).toMatchObject({ method: 'pick-one', answered: 2, asked: 2 });
    expect(score.score.value).toBeCloseTo(((1 / 4 + 1) / 2) * 100, 12);
    expect(score.items).toEqual([
      { itemId: 's1', raw: 0.25 },
      { itemId: 's2', raw: 1 },
    ]);
  });

  it('has no score while too few situations are picked', () => {
    expect(judged(pickItem, [pick('x'), pick(null)]).score).toEqual({
      value: null,
      reason: 'too-few-answered',
    });
  });
});

describe('an order a situation', () => {
  it('is 100 in the order of the key, 0 in reverse, and in between by ρ', () => {
    expect(judged(rankItem, [order('xyz'), order('xyz')]).items[0]?.raw).toBeCloseTo(1, 12);
    expect(judged(rankItem, [order('xyz'), order('xyz')]).method).toBe('ranking');
    expect(judged(rankItem, [order('zyx'), order('xyz')]).items[0]?.raw).toBeCloseTo(-1, 12);
    // Key ranks 3, 1.5, 1.5 against 3, 2, 1 reversed for x: r = −√3/2.
    expect(judged(rankItem, [order('xyz'), order('xyz')]).items[1]?.raw).toBeCloseTo(-Math.sqrt(3) / 2, 12);
    const { score } = judged(rankItem, [order('xyz'), order('yzx')]);
    expect(score.value).toBeCloseTo(((1 + Math.sqrt(3) / 2) / 2 + 1) * 50, 10);
  });

  it('does not count before it is confirmed', () => {
    const score = judged(rankItem, [order('xyz'), order('yzx', false)]);
    expect(score).toMatchObject({ answered: 1, score: { reason: 'too-few-answered' } });
  });
});

describe('a situation whose key tells no options apart', () => {
  const flat = aKey({ s1: { dimension: 'empathy', values: { x: 4, y: 4, z: 4 } } });

  it('is a fault of the key for a pick, never a score', () => {
    const items = [pickItem('s1') as PickOneItem];
    expect(() => scorePickedOptions(items, flat, () => pick('x'))).toThrow('no options of s1 apart');
  });

  it('is a fault of the key for an order, never a score', () => {
    const items = [rankItem('s1') as RankOptionsItem];
    expect(() => scoreRankedOptions(items, flat, () => order('xyz'))).toThrow('no options of s1 apart');
  });
});
