import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CriterionId, ItemId } from '../../../src/core/kernel/ids.ts';
import { classifyChange } from '../../../src/core/rubric/classify-change.ts';
import { listDifferences } from '../../../src/core/rubric/list-differences.ts';
import { rubricHashes } from '../../../src/core/rubric/rubric-hashes.ts';
import type { Criterion, RubricContent } from '../../../src/core/rubric/rubric.ts';
import { aCriterion, aRubric } from './a-rubric.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hashes = (content: RubricContent) => rubricHashes(content, sha256);

const rubric = aRubric();
const withFirst = (change: Partial<Criterion>): RubricContent => ({
  ...rubric,
  criteria: rubric.criteria.map((criterion, index) =>
    index === 0 ? { ...criterion, ...change } : criterion,
  ),
});
const withLevel = (change: Partial<Criterion['levels'][number]>): RubricContent =>
  withFirst({
    levels: (rubric.criteria[0]?.levels ?? []).map((level) =>
      level.level === 3 ? { ...level, ...change } : level,
    ),
  });

const CASES: readonly (readonly [string, RubricContent, string, boolean])[] = [
  ['nothing', aRubric(), 'none', false],
  ['a label', withFirst({ label: 'Warmth' }), 'words', false],
  ['the name of a level', withLevel({ label: 'Middle' }), 'words', false],
  ['an example', withLevel({ example: 'I see.' }), 'words', false],
  ['the example responses', aRubric({ examples: [anExample()] }), 'words', false],
  ['the order', { ...rubric, criteria: rubric.criteria.toReversed() }, 'order', false],
  ['a weight', withFirst({ weight: 50 }), 'weights', false],
  ['an anchor', withLevel({ anchor: 'Says why.' }), 'anchors', true],
  ['a definition', withFirst({ definition: 'Another thing.' }), 'anchors', true],
  ['the prompts', withFirst({ askedIn: ['p1' as ItemId] }), 'structure', true],
  ['fewer criteria', { ...rubric, criteria: rubric.criteria.slice(1) }, 'structure', true],
  ['more criteria', { ...rubric, criteria: [...rubric.criteria, aCriterion('calm', 0)] }, 'structure', true],
  ['an anchor and a weight', withFirst({ weight: 50, definition: 'Another.' }), 'anchors', true],
];

function anExample() {
  return { id: 'e1', itemId: 'p1' as ItemId, a: 'a', b: 'b', levels: {} };
}

describe('a change of a rubric', () => {
  it.each(CASES)('in %s is told by its weightiest part', (_name, after, kind, rerate) => {
    expect(classifyChange(rubric, after)).toMatchObject({ kind, rerate });
  });

  it('names the criteria concerned and what changed in each, the lightest first', () => {
    const after = withFirst({ label: 'Warmth', weight: 50, definition: 'Another.' });
    expect(classifyChange(rubric, after).criteria).toEqual([
      { id: 'empathy', label: 'Warmth', kinds: ['words', 'weights', 'anchors'] },
    ]);
  });

  it('gives what stood and what stands, place by place', () => {
    expect(listDifferences(rubric, withLevel({ anchor: 'Says why.' }))).toEqual([
      {
        part: 'anchor',
        criterion: { id: 'empathy', label: 'empathy' },
        level: 3,
        before: 'The text does 3 of empathy.',
        after: 'Says why.',
      },
    ]);
    expect(
      listDifferences(rubric, {
        ...rubric,
        criteria: [aCriterion('calm', 40), ...rubric.criteria.slice(0, 1)],
      }),
    ).toMatchObject([
      { part: 'presence', before: null, after: 'calm' },
      { part: 'presence', before: 'communication', after: null },
    ]);
  });
});

const text = fc.constantFrom('one', 'two', 'three');
const criterion = fc
  .record({
    label: text,
    definition: text,
    weight: fc.integer({ min: 0, max: 3 }),
    anchor: text,
    example: fc.option(text),
    asked: fc.option(fc.subarray(['p1', 'p2']) as fc.Arbitrary<ItemId[]>),
  })
  .map(({ anchor, example, asked, ...own }): Omit<Criterion, 'id'> => ({
    ...own,
    levels: aCriterion('x', 0).levels.map((level) =>
      level.level === 2 ? { ...level, anchor, example } : level,
    ),
    ...(asked === null ? {} : { askedIn: asked }),
  }));
const content = fc
  .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c'), criterion), { selector: ([id]) => id, maxLength: 3 })
  .map((criteria): RubricContent => ({
    examples: [],
    criteria: criteria.map(([id, own]) => ({ id: id as CriterionId, ...own })),
  }));

describe('of any two rubrics', () => {
  it('equal content is no change and no other content is', () => {
    fc.assert(
      fc.property(content, content, (before, after) => {
        const { kind } = classifyChange(before, after);
        expect(kind === 'none').toBe(hashes(before).contentHash === hashes(after).contentHash);
        expect(classifyChange(before, structuredClone(before)).kind).toBe('none');
      }),
    );
  });

  it('responses are rated again exactly when raters would read other anchors', () => {
    fc.assert(
      fc.property(content, content, (before, after) => {
        expect(classifyChange(before, after).rerate).toBe(
          hashes(before).anchorHash !== hashes(after).anchorHash,
        );
      }),
    );
  });

  it('another order of the same criteria is at most a change of order', () => {
    fc.assert(
      fc.property(content, fc.nat(), (before, turn) => {
        const { criteria } = before;
        const cut = criteria.length === 0 ? 0 : turn % criteria.length;
        const turned = { ...before, criteria: [...criteria.slice(cut), ...criteria.slice(0, cut)] };
        expect(classifyChange(before, turned).kind).toBe(cut === 0 ? 'none' : 'order');
      }),
    );
  });
});
