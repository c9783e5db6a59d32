import { describe, expect, it } from '@jest/globals';
import type { CriterionId, ItemId } from '../../../src/core/kernel/ids.ts';
import { checkRubric } from '../../../src/core/rubric/check-rubric.ts';
import type { Criterion, ExampleResponse, RubricContent } from '../../../src/core/rubric/rubric.ts';
import { aCriterion, aRubric } from './a-rubric.ts';

const kinds = (content: RubricContent) => checkRubric(content).map(({ kind }) => kind);
const withCriteria = (...criteria: Criterion[]) => kinds(aRubric({ criteria }));

const example: ExampleResponse = {
  id: 'e1',
  itemId: 'p1' as ItemId,
  a: 'I am sorry you lost a day.',
  b: 'I call at nine.',
  levels: {
    ['empathy' as CriterionId]: { level: 4, cites: 'lost a day', because: 'Names the loss.' },
    ['communication' as CriterionId]: { level: 3, cites: 'I call at nine', because: 'Who and when.' },
  },
};

describe('a rubric', () => {
  it('with two criteria and cited examples has no problems', () => {
    expect(checkRubric(aRubric({ examples: [example] }))).toEqual([]);
  });
  it('has one to six criteria', () => {
    expect(withCriteria()).toEqual(['no-criteria']);
    const seven = Array.from({ length: 7 }, (_, index) => aCriterion(`c${index}`, index < 2 ? 15 : 14));
    expect(withCriteria(...seven)).toEqual(['too-many-criteria']);
  });
  it('has weights that are whole and add up to 100', () => {
    expect(withCriteria(aCriterion('a', 60), aCriterion('b', 39))).toEqual(['weights-not-100']);
    expect(withCriteria(aCriterion('a', 60.5), aCriterion('b', 39.5))).toEqual([
      'weight-not-whole',
      'weight-not-whole',
    ]);
    expect(withCriteria(aCriterion('a', 101), aCriterion('b', -1))).toEqual(['weight-not-whole']);
  });
  it('tells criteria apart by id and by label', () => {
    expect(withCriteria(aCriterion('a', 50), { ...aCriterion('a', 50), label: 'Other' })).toEqual([
      'same-id',
    ]);
    expect(withCriteria(aCriterion('a', 50), { ...aCriterion('b', 50), label: ' A ' })).toEqual([
      'same-label',
    ]);
  });
  it('has exactly the levels 1 to 5 in order', () => {
    const criterion = aCriterion('a', 100);
    expect(withCriteria({ ...criterion, levels: criterion.levels.slice(0, 4) })).toEqual([
      'levels-not-1-to-5',
    ]);
    expect(withCriteria({ ...criterion, levels: [...criterion.levels].reverse() })).toEqual([
      'levels-not-1-to-5',
    ]);
  });
  it('has anchors that differ and no empty text', () => {
    const criterion = aCriterion('a', 100);
    const [first, ...rest] = criterion.levels;
    if (first === undefined) throw new Error('no level');
    const copied = { ...first, anchor: `${rest[0]?.anchor.toUpperCase()} ` };
    expect(withCriteria({ ...criterion, levels: [copied, ...rest] })).toEqual(['same-anchor']);
    expect(withCriteria({ ...criterion, levels: [{ ...first, anchor: ' ' }, ...rest] })).toEqual([
      'empty-text',
    ]);
    expect(withCriteria({ ...criterion, definition: '' })).toEqual(['empty-text']);
  });
  it('has examples of known criteria, cited word by word', () => {
    const level = (name: string, cites: string, because = 'b'): RubricContent => {
      const levels = { [name as CriterionId]: { level: 3 as const, cites, because } };
      return aRubric({ examples: [{ ...example, levels }] });
    };
    expect(kinds(level('tone', 'lost'))).toEqual(['unknown-criterion']);
    expect(kinds(level('empathy', ' '))).toEqual(['level-not-cited']);
    expect(kinds(level('empathy', 'lost', ''))).toEqual(['level-not-cited']);
    expect(kinds(level('empathy', 'lost the day'))).toEqual(['cite-not-in-text']);
    expect(kinds(aRubric({ examples: [example, example] }))).toEqual(['same-id']);
  });
  it('says where each problem is', () => {
    expect(checkRubric(aRubric({ criteria: [{ ...aCriterion('a', 100), definition: '' }] }))).toEqual([
      { at: 'criteria.a', kind: 'empty-text' },
    ]);
  });
});
