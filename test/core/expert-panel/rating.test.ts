import { describe, expect, it } from '@jest/globals';
import { decideSave } from '../../../src/core/expert-panel/decide-save.ts';
import type { RatedSituation } from '../../../src/core/expert-panel/expert-panel.ts';
import { acceptsRatings, mayClose } from '../../../src/core/expert-panel/panel-state.ts';
import {
  countRated,
  judgmentItems,
  situationsFor,
  unratedSituations,
} from '../../../src/core/expert-panel/rateable-situations.ts';
import { readPanelRatings } from '../../../src/core/expert-panel/read-panel-ratings.ts';
import { aForm, bestWorstItem, prompt, rateItem } from '../scoring/a-form.ts';
import { anExpert, aPanel, at } from './a-panel.ts';

const item = bestWorstItem('s1', ['a', 'b']);
const stored = { rev: 2, ratings: { a: 3, b: 5 } } as unknown as RatedSituation;

describe('decideSave', () => {
  it.each([
    ['the first save', undefined, 0, { a: 3 }, 'save'],
    ['a save on what was seen', stored, 2, { a: 4, b: 5 }, 'save'],
    ['the same once more, from an old page', stored, 0, { a: 3, b: 5 }, 'stored-already'],
    ['something else from an old page', stored, 1, { a: 4, b: 5 }, 'stale'],
    ['a gap where something was stored', stored, 1, { a: 3 }, 'stale'],
    ['a page that saw more than there is', undefined, 1, { a: 3 }, 'stale'],
  ] as const)('%s', (_, before, seen, ratings, decision) => {
    expect(decideSave(item, before, { seen, ratings })).toBe(decision);
  });
});

describe('readPanelRatings', () => {
  it('reads a rating of every option, whatever kind of answer the situation takes', () => {
    expect(readPanelRatings(item, { a: '7', b: '1' })).toEqual({
      kind: 'read',
      ratings: { a: 7, b: 1 },
      complete: true,
    });
  });
  it('takes gaps and says so', () => {
    expect(readPanelRatings(item, { a: '7', b: '' })).toMatchObject({ ratings: { a: 7 }, complete: false });
  });
  it.each([[{ a: '8' }], [{ a: '0' }], [{ a: '1.5' }], [{ z: '1' }]])('refuses %j', (raw) => {
    expect(readPanelRatings(item, raw).kind).toBe('invalid');
  });
});

describe('the state of a panel', () => {
  const before = new Date(at.getTime() - 1);
  it.each([
    ['open', before, true],
    ['open', at, false],
    ['closed', before, false],
    ['published', before, false],
    ['given-up', before, false],
  ] as const)('%s at %s takes ratings: %s', (state, now, accepts) => {
    expect(acceptsRatings(aPanel({ state }), now)).toBe(accepts);
  });
  it.each([
    ['open', 5, 'too-few'],
    ['open', 6, 'closable'],
    ['closed', 9, 'not-open'],
  ] as const)('%s with %s handed in is %s', (state, handedIn, kind) => {
    expect(mayClose(aPanel({ state }), handedIn).kind).toBe(kind);
  });
});

describe('the situations of an expert', () => {
  const ids = Array.from({ length: 8 }, (_, place) => `s${place}`);
  const form = aForm([...ids.map((id) => rateItem(id, ['a', 'b'])), prompt('p', ['empathy'])]);
  const orderOf = (id: string) => situationsFor(form, anExpert(id, {})).map((one) => one.id);

  it('stand in an order of the expert’s own that stays, without prompts', () => {
    expect(orderOf('x')).toEqual(orderOf('x'));
    expect(orderOf('x')).not.toEqual(orderOf('y'));
    expect([...orderOf('x')].sort()).toEqual(ids);
    expect(judgmentItems(form)).toHaveLength(8);
  });

  it('are unrated until every option has a rating', () => {
    const rated = Object.fromEntries(ids.map((id) => [id, { a: 1, b: 2 }]));
    const gap = anExpert('x', { ...rated, s3: { a: 1 } });
    expect(unratedSituations(form, anExpert('x', rated))).toEqual([]);
    expect(unratedSituations(form, gap).map((one) => one.id)).toEqual(['s3']);
    expect(countRated(rateItem('s3', ['a', 'b']), gap.situations['s3' as never])).toBe(1);
    expect(countRated(rateItem('s9', ['a', 'b']), undefined)).toBe(0);
  });
});
