import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PanelExpert } from '../../../src/core/expert-panel/expert-panel.ts';
import { judgePanel } from '../../../src/core/expert-panel/judge-panel.ts';
import { judgeSituation } from '../../../src/core/expert-panel/judge-situation.ts';
import { makePanelKey } from '../../../src/core/expert-panel/make-panel-key.ts';
import type { JudgmentItem } from '../../../src/core/item/item.ts';
import type { PersonId } from '../../../src/core/kernel/ids.ts';
import { aForm, aKey, bestWorstItem, rateItem } from '../scoring/a-form.ts';
import { anExpert, aPanel, at } from './a-panel.ts';

const OPTIONS = ['a', 'b', 'c'];
const of = (kind: JudgmentItem['kind']): JudgmentItem => ({ ...rateItem('s', OPTIONS), kind });
/** Six experts' ratings of a, b and c. */
const rated = (...experts: readonly (readonly [number, number, number])[]) =>
  experts.map(([a, b, c]) => ({ a, b, c }));
const six = (one: readonly [number, number, number]) => rated(one, one, one, one, one, one);

describe('judgeSituation', () => {
  const spreadOverB = rated([7, 1, 1], [7, 7, 1], [7, 1, 1], [7, 7, 1], [7, 1, 1], [7, 7, 1]);
  const spreadOverBAndC = rated([7, 1, 7], [7, 7, 1], [7, 1, 7], [7, 7, 1], [7, 1, 7], [7, 7, 1]);
  // Means 6 and 5.5, and only half of the experts see a in front.
  const halfPrefer = rated([7, 5, 1], [7, 5, 1], [7, 5, 1], [5, 6, 1], [5, 6, 1], [5, 6, 1]);
  const threeOfFivePrefer = rated([6, 5, 1], [6, 5, 1], [6, 5, 1], [5, 6, 1], [5, 6, 1]);

  it.each([
    ['rate-options', 'agreed on', six([7, 4, 1]), null],
    ['rate-options', 'one option in dispute', spreadOverB, null],
    ['rate-options', 'two of three in dispute', spreadOverBAndC, 'option-in-dispute'],
    ['rate-options', 'all alike', six([4, 4, 4]), null],
    ['best-worst', 'agreed on', six([7, 4, 1]), null],
    ['best-worst', 'the middle in dispute', spreadOverB, null],
    ['best-worst', 'all alike', six([4, 4, 4]), 'no-difference'],
    ['best-worst', 'half see it in front', halfPrefer, 'not-preferred'],
    ['best-worst', 'three of five see it in front', threeOfFivePrefer, null],
    ['pick-one', 'agreed on', six([7, 4, 1]), null],
    ['pick-one', 'the middle in dispute', spreadOverB, 'option-in-dispute'],
    ['pick-one', 'half see it in front', halfPrefer, 'not-preferred'],
    ['pick-one', 'all alike', six([4, 4, 4]), 'no-difference'],
    ['rank-options', 'agreed on', six([7, 4, 1]), null],
    ['rank-options', 'half see it in front', halfPrefer, null],
    ['rank-options', 'the middle in dispute', spreadOverB, 'option-in-dispute'],
  ] as const)('%s, %s', (kind, _, experts, dropped) => {
    expect(judgeSituation(of(kind), experts as never).dropped).toBe(dropped);
  });

  it('drops a best and worst situation whose best option is in dispute', () => {
    const experts = rated([7, 4, 1], [7, 4, 1], [7, 4, 1], [7, 4, 1], [7, 4, 1], [1, 4, 1]);
    expect(judgeSituation(of('best-worst'), experts as never).dropped).toBe('outer-option-in-dispute');
  });
});

const form = aForm([rateItem('s1', OPTIONS), rateItem('s2', OPTIONS), rateItem('s3', OPTIONS)]);
const values = { a: 6, b: 4, c: 2 };
const authorKey = aKey(
  Object.fromEntries(['s1', 's2', 's3'].map((id) => [id, { dimension: 'empathy', values }])),
);
const agreed = { a: 7, b: 4, c: 1 };
/** `place` decides what they think of the disputed options. */
const expertOf = (place: number, disputed: readonly string[] = []): PanelExpert => {
  const far = { a: place % 2 === 0 ? 1 : 7, b: place % 2 === 0 ? 7 : 1, c: place % 2 === 0 ? 1 : 7 };
  return anExpert(
    `expert-${place}`,
    Object.fromEntries(['s1', 's2', 's3'].map((id) => [id, disputed.includes(id) ? far : agreed])),
  );
};
const panelOf = (disputed: readonly string[] = [], count = 6) =>
  Array.from({ length: count }, (_, place) => expertOf(place, disputed));
const leave = (place: number) => ({
  expertId: expertOf(place).id,
  reason: 'They turned the scale round.',
  by: 'owner' as PersonId,
  at,
});

describe('judgePanel', () => {
  it.each([
    ['everything agreed on', panelOf(), 'possible'],
    ['two of three situations', panelOf(['s1']), 'possible'],
    ['one of three situations', panelOf(['s1', 's2']), 'too-few-situations'],
    ['five experts of six', panelOf([], 5), 'too-few-experts'],
  ] as const)('%s: %s', (_, experts, key) => {
    expect(judgePanel(form, aPanel(), experts).key).toBe(key);
  });

  it('makes no key of ratings that are all alike', () => {
    const flat = { a: 4, b: 4, c: 4 };
    const experts = Array.from({ length: 6 }, (_, place) =>
      anExpert(`e${place}`, { s1: flat, s2: flat, s3: flat }),
    );
    expect(judgePanel(form, aPanel(), experts).key).toBe('no-difference');
  });

  it('counts neither who has not handed in nor who is left out, and still shows the latter', () => {
    const rating = { ...expertOf(6), state: 'taking-part' as const };
    const judged = judgePanel(form, aPanel({ leftOut: [leave(2)] }), [...panelOf([], 7).slice(0, 6), rating]);
    expect(judged).toMatchObject({ counted: 5, key: 'too-few-experts' });
    expect(judged.experts.map(({ leftOut }) => leftOut)).toEqual([false, false, true, false, false, false]);
  });

  it('says the same whatever the order of the experts', () => {
    const rating = fc.integer({ min: 1, max: 7 });
    const situation = fc.record({ a: rating, b: rating, c: rating });
    const expert = fc.record({ s1: situation, s2: situation, s3: situation });
    fc.assert(
      fc.property(
        fc.array(expert, { minLength: 2, maxLength: 9 }),
        fc.infiniteStream(fc.nat()),
        (given, order) => {
          const experts = given.map((one, place) => anExpert(`e${place}`, one));
          const mixed = experts
            .map((one) => ({ one, rank: order.next().value as number }))
            .sort((left, right) => left.rank - right.rank)
            .map(({ one }) => one);
          expect(judgePanel(form, aPanel(), mixed)).toEqual(judgePanel(form, aPanel(), experts));
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('makePanelKey', () => {
  it('takes the means of the options agreed on and says what it dropped', () => {
    const experts = panelOf(['s1']).map((expert, place) => ({
      ...expert,
      situations: {
        ...expert.situations,
        s2: { rev: 1, ratings: { ...agreed, b: place < 3 ? 1 : 7 } },
        s3: { rev: 1, ratings: { ...agreed, a: place < 3 ? 6 : 7 } },
      },
    })) as unknown as readonly PanelExpert[];
    const panel = aPanel();
    const key = makePanelKey(authorKey, panel, judgePanel(form, panel, experts));
    expect(key).toMatchObject({ status: 'panel', assessmentId: authorKey.assessmentId, formVersion: 1 });
    expect(key.panel).toEqual({
      panelId: panel.id,
      experts: 6,
      closedAt: at,
      dropped: [
        { itemId: 's1', options: 'all' },
        { itemId: 's2', options: ['b'] },
      ],
    });
    const valuesOf = (id: string) =>
      Object.entries(key.items[id as never]?.options ?? {}).map(([option, { value }]) => [option, value]);
    expect(Object.keys(key.items)).toEqual(['s2', 's3']);
    expect(valuesOf('s2')).toEqual([
      ['a', 7],
      ['c', 1],
    ]);
    expect(valuesOf('s3')).toEqual([
      ['a', 6.5],
      ['b', 4],
      ['c', 1],
    ]);
  });

  it('makes nothing of a panel that makes no key', () => {
    const panel = aPanel();
    expect(() => makePanelKey(authorKey, panel, judgePanel(form, panel, panelOf([], 3)))).toThrow(/no key/);
  });

  it('is of no use without the situations of its form', () => {
    const panel = aPanel();
    const other = aForm([bestWorstItem('s9', OPTIONS)]);
    const experts = panelOf().map((expert) => anExpert(expert.id, { s9: agreed }));
    expect(() => makePanelKey(authorKey, panel, judgePanel(other, panel, experts))).toThrow(/s9/);
  });
});
