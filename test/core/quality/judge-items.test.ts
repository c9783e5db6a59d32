import { describe, expect, it } from '@jest/globals';
import type { Key } from '../../../src/core/form/key.ts';
import type { PickOneItem } from '../../../src/core/item/item.ts';
import type { ItemId, OptionId } from '../../../src/core/kernel/ids.ts';
import { judgeItems as judge } from '../../../src/core/quality/judge-items.ts';
import { situationColumns, type JudgedPerson } from '../../../src/core/quality/situation-columns.ts';
import { tallySituations } from '../../../src/core/quality/tally-situations.ts';

const items = ['q1', 'q2', 'q3'].map((id): PickOneItem => ({
  kind: 'pick-one',
  id: id as ItemId,
  title: id,
  situation: '',
  question: '',
  options: ['good', 'bad'].map((option) => ({ id: option as OptionId, text: option })),
}));
const keyed = {
  dimension: 'd',
  options: { good: { value: 6, rationale: '' }, bad: { value: 2, rationale: '' } },
};
const key = { assessmentId: 'a', items: { q1: keyed, q2: keyed, q3: keyed } } as unknown as Key;

const person = (...raws: number[]): JudgedPerson => ({
  raws,
  values: raws.map((raw) => ({ kind: 'pick-one', pick: (raw === 1 ? 'good' : 'bad') as OptionId })),
});
/** q1 and q2 go together, q3 the other way round. */
const people = (n: number) =>
  Array.from({ length: n }, (_, index) => (index % 2 === 0 ? person(1, 1, 0) : person(0, 0, 1)));

/** In two chunks, as a store hands people out. */
function judgeItems(_: typeof items, keyed: Key, all: readonly JudgedPerson[]) {
  const tally = tallySituations(items.map(({ options }) => options.length));
  for (const chunk of [all.slice(0, 7), all.slice(7)]) tally.add(situationColumns(items, chunk));
  return judge(items, keyed, tally);
}

describe('judgeItems', () => {
  it('says nothing below 50 people who answered everything', () => {
    expect(judgeItems(items, key, people(49))).toBeNull();
    expect(judgeItems(items, key, people(50))).toHaveLength(3);
  });

  it('flags a situation that those who do well get wrong, and the weak option that draws them', () => {
    const [, , third] = judgeItems(items, key, people(60)) ?? [];
    expect(third?.withRest).toBeCloseTo(-1, 9);
    expect(third?.flags).toEqual(['separates-little', 'weak-option-draws']);
  });

  it('flags what nearly everybody gets right', () => {
    const all = Array.from({ length: 60 }, (_, index) => person(1, index % 2, index % 2));
    const [first, second] = judgeItems(items, key, all) ?? [];
    expect(first).toMatchObject({ difficulty: 1, withRest: null, flags: ['separates-little', 'too-easy'] });
    expect(second?.flags).toEqual([]);
  });

  it('gives an option that nobody took a share of nothing', () => {
    const all = Array.from({ length: 60 }, () => person(1, 1, 1));
    const [first] = judgeItems(items, key, all) ?? [];
    expect(first?.options).toEqual([
      { optionId: 'good', best: 1, withRest: null, rating: null },
      { optionId: 'bad', best: 0, withRest: null, rating: null },
    ]);
  });
});
