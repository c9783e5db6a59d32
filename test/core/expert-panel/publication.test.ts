import { describe, expect, it } from '@jest/globals';
import { compareKeys } from '../../../src/core/expert-panel/compare-keys.ts';
import { countChanges } from '../../../src/core/expert-panel/count-changes.ts';
import { aForm, aKey, rateItem } from '../scoring/a-form.ts';

const form = aForm([rateItem('s1', ['a', 'b', 'c']), rateItem('s2', ['a', 'b', 'c'])]);
const keyOf = (s1: Record<string, number>, s2: Record<string, number>) =>
  aKey({ s1: { dimension: 'empathy', values: s1 }, s2: { dimension: 'empathy', values: s2 } });
const same = { a: 6, b: 4, c: 2 };

describe('compareKeys', () => {
  it('names only situations in which something moves by a point or more, comes, goes or leads', () => {
    expect(compareKeys(form, keyOf(same, same), keyOf({ a: 6.9, b: 4, c: 2.5 }, same))).toEqual([]);
    expect(compareKeys(form, keyOf(same, same), keyOf({ a: 7, c: 2 }, { a: 4, b: 4.5, c: 2 }))).toEqual([
      { itemId: 's1', moved: 1, gone: 1, added: 0, otherBest: false },
      { itemId: 's2', moved: 1, gone: 0, added: 0, otherBest: true },
    ]);
  });

  it('says what counts again after a key without it', () => {
    const [difference] = compareKeys(form, keyOf({ a: 6, c: 2 }, same), keyOf(same, same));
    expect(difference).toMatchObject({ gone: 0, added: 1, otherBest: false });
  });

  it('knows a situation that is gone altogether', () => {
    const before = keyOf(same, same);
    const { s1: _gone, ...items } = before.items as Record<string, (typeof before.items)[never]>;
    expect(compareKeys(form, before, { ...before, items })).toEqual([
      { itemId: 's1', moved: 0, gone: 3, added: 0, otherBest: true },
    ]);
  });
});

describe('countChanges', () => {
  it('counts what would read differently, what by five points, and what comes and goes', () => {
    const pairs = [
      { before: 60.2, after: 60.4 },
      { before: 60.4, after: 60.6 },
      { before: 60, after: 65 },
      { before: 60, after: 55.1 },
      { before: 60, after: null },
      { before: null, after: 60 },
      { before: null, after: null },
    ];
    expect(countChanges(pairs)).toEqual({ scored: 5, differ: 3, byFive: 1, lost: 1, gained: 1 });
  });
});
