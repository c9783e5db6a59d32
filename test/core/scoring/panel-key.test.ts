import { describe, expect, it } from '@jest/globals';
import type { DroppedFromKey, Key } from '../../../src/core/form/key.ts';
import type { ExpertPanelId } from '../../../src/core/kernel/ids.ts';
import { judgmentScore } from '../../../src/core/scoring/judgment-score.ts';
import { isDropped, keyedItem } from '../../../src/core/scoring/keyed-item.ts';
import { aForm, aKey, bestWorstItem, item, picks, rateItem, ratings } from './a-form.ts';

const at = new Date('2026-11-20T10:00:00Z');
const by = (key: Key, dropped: readonly DroppedFromKey[]): Key => ({
  ...key,
  status: 'panel',
  panel: { panelId: 'panel' as ExpertPanelId, experts: 8, closedAt: at, dropped },
});
const drop = (id: string, options: readonly string[] | 'all') =>
  ({ itemId: item(id), options }) as unknown as DroppedFromKey;
const keyed = (values: Record<string, number>) => ({ dimension: 'empathy', values });
const given = (responses: object) =>
  Object.fromEntries(
    Object.entries(responses).map(([id, value]: [string, unknown]) => [id, { value }]),
  ) as never;

describe('a key from which a panel dropped something', () => {
  const kept = { a: 7, b: 5, d: 1 };
  const form = aForm([rateItem('s1', ['a', 'b', 'c', 'd']), rateItem('s2', ['a', 'b', 'c'])]);
  const key = by(aKey({ s1: keyed(kept) }), [drop('s1', ['c']), drop('s2', 'all')]);
  const responses = given({
    s1: ratings({ a: 6, b: 5, c: 1, d: 2 }),
    s2: ratings({ a: 1, b: 7, c: 7 }),
  });

  it('scores as if the option and the situation were not in the form', () => {
    const smaller = aForm([rateItem('s1', ['a', 'b', 'd'])]);
    const answered = given({ s1: ratings({ a: 6, b: 5, d: 2 }) });
    expect(judgmentScore({ form, key, responses })).toEqual(
      judgmentScore({ form: smaller, key: aKey({ s1: keyed(kept) }), responses: answered }),
    );
  });

  it('asks for 60 % of the situations that it counts', () => {
    const only = given({ s1: ratings({ a: 6, b: 5, c: 1, d: 2 }) });
    expect(judgmentScore({ form, key, responses: only })).toMatchObject({ answered: 1, asked: 1 });
  });

  it('takes a dropped middle option for neither the best nor the worst', () => {
    const ofThree = aForm([bestWorstItem('s1', ['a', 'c', 'd'])]);
    const panel = by(aKey({ s1: keyed({ a: 7, d: 1 }) }), [drop('s1', ['c'])]);
    const rawOf = (best: string, worst: string) =>
      judgmentScore({ form: ofThree, key: panel, responses: given({ s1: picks(best, worst) }) }).raw;
    expect([rawOf('a', 'd'), rawOf('c', 'd'), rawOf('a', 'c'), rawOf('c', 'a')]).toEqual([2, 1, 1, -1]);
  });

  it('knows what was dropped, and still stops at what was never in it', () => {
    expect([isDropped(key, item('s1')), isDropped(key, item('s2'))]).toEqual([false, true]);
    expect(['a', 'c'].map((id) => keyedItem(key, item('s1')).isDropped(id as never))).toEqual([false, true]);
    expect(() => keyedItem(key, item('s3'))).toThrow(/s3/);
    expect(() => keyedItem(key, item('s1')).valueOf('c' as never)).toThrow(/s1\/c/);
  });
});
