import { describe, expect, it } from '@jest/globals';
import type { CriterionId, ItemId } from '../../../src/core/kernel/ids.ts';
import { checkRubric } from '../../../src/core/rubric/check-rubric.ts';
import { draftProblems } from '../../../src/core/rubric/draft-problems.ts';
import { editCriteria, type CriteriaEdit } from '../../../src/core/rubric/edit-criteria.ts';
import type { Criterion, RubricContent } from '../../../src/core/rubric/rubric.ts';
import { aForm, prompt } from '../scoring/a-form.ts';
import { aCriterion, aRubric } from './a-rubric.ts';

const CRITERIA = ['empathy', 'communication'];
const form = aForm([prompt('p1', CRITERIA), prompt('p2', CRITERIA)]);

const exemplified = (criterion: Criterion): Criterion => ({
  ...criterion,
  levels: criterion.levels.map((level) => ({ ...level, example: `Words of level ${level.level}` })),
});
const full: RubricContent = { ...aRubric(), criteria: aRubric().criteria.map(exemplified) };
const with1 = (change: Partial<Criterion>): RubricContent => ({
  ...full,
  criteria: full.criteria.map((criterion, index) => (index === 0 ? { ...criterion, ...change } : criterion)),
});
const withLevel = (change: Partial<Criterion['levels'][number]>): RubricContent =>
  with1({
    levels: (full.criteria[0]?.levels ?? []).map((level) =>
      level.level === 3 ? { ...level, ...change } : level,
    ),
  });
const problems = (content: RubricContent) => draftProblems({ content, form, tasks: [] });

const one = full.criteria.slice(0, 1);
const CASES: readonly (readonly [string, RubricContent, object])[] = [
  ['no criterion', { ...full, criteria: [] }, { kind: 'no-criteria', criterion: null }],
  [
    'seven criteria',
    {
      ...full,
      criteria: Array.from({ length: 7 }, (_, n) => exemplified(aCriterion(`c${n}`, n < 2 ? 15 : 14))),
    },
    { kind: 'too-many-criteria', found: '7' },
  ],
  ['weights of 99', with1({ weight: 59 }), { kind: 'weights-not-100', found: '99' }],
  ['a weight with a fraction', with1({ weight: 59.5 }), { kind: 'weight-not-whole', criterion: 'empathy' }],
  ['a weight below 0', with1({ weight: -1 }), { kind: 'weight-not-whole', criterion: 'empathy' }],
  ['no label', with1({ label: ' ' }), { kind: 'no-label', criterion: 'empathy' }],
  ['a label twice', with1({ label: ' Communication ' }), { kind: 'same-label', criterion: 'communication' }],
  ['no definition', with1({ definition: '' }), { kind: 'no-definition', criterion: 'empathy' }],
  ['no name of a level', withLevel({ label: '' }), { kind: 'no-level-label', level: 3 }],
  ['no anchor', withLevel({ anchor: '' }), { kind: 'no-anchor', criterion: 'empathy', level: 3 }],
  [
    'equal anchors',
    withLevel({ anchor: ' the text does 2 of EMPATHY. ' }),
    { kind: 'same-anchor', level: 3, found: '2' },
  ],
  ['a level without example', withLevel({ example: null }), { kind: 'no-example', level: 3 }],
  ['an empty example', withLevel({ example: ' ' }), { kind: 'no-example', level: 3 }],
  ['one prompt only', with1({ askedIn: ['p1' as ItemId] }), { kind: 'too-few-prompts', found: '1' }],
  [
    'a prompt that nobody would rate',
    { ...full, criteria: one.map((only) => ({ ...only, weight: 100, askedIn: ['p1' as ItemId] })) },
    { kind: 'prompt-without-criterion', found: 'A title' },
  ],
];

describe('a draft', () => {
  it('that is whole can be published', () => {
    expect(problems(full)).toEqual([]);
    expect(checkRubric(full)).toEqual([]);
  });

  it.each(CASES)('with %s cannot, and says where', (_name, content, problem) => {
    expect(problems(content)).toContainEqual(expect.objectContaining(problem));
  });

  it('has a job task for each criterion once there is a job analysis', () => {
    const tasks = [{ criteria: ['empathy' as CriterionId] }];
    expect(draftProblems({ content: full, form, tasks })).toEqual([
      { kind: 'no-job-task', criterion: 'communication', level: null, found: null },
    ]);
  });

  it('may ask a new criterion in prompts that did not name it', () => {
    const calm = { ...exemplified(aCriterion('calm', 0)), askedIn: ['p1', 'p2'] as ItemId[] };
    expect(problems({ ...full, criteria: [...full.criteria, calm] })).toEqual([]);
    expect(
      problems({ ...full, criteria: [...full.criteria, exemplified(aCriterion('calm', 0))] }),
    ).toMatchObject([{ kind: 'too-few-prompts', criterion: 'calm', found: '0' }]);
  });
});

describe('a button of the editor', () => {
  const press = (edit: CriteriaEdit, content = full) => editCriteria(content, edit).criteria;
  const ids = (criteria: readonly Criterion[]) => criteria.map(({ id }) => String(id));
  const id = 'communication' as CriterionId;

  it('spreads the weights evenly over whole numbers that add up to 100', () => {
    const three = { ...full, criteria: [...full.criteria, aCriterion('calm', 0)] };
    expect(press({ kind: 'spread' }, three).map(({ weight }) => weight)).toEqual([34, 33, 33]);
    expect(press({ kind: 'spread' }, { ...full, criteria: [] })).toEqual([]);
  });

  it('adds an empty criterion with five levels', () => {
    const added = press({ kind: 'add', id: 'calm' as CriterionId }).at(-1);
    expect(added).toMatchObject({ id: 'calm', label: '', weight: 0 });
    expect(added?.levels.map(({ level }) => level)).toEqual([1, 2, 3, 4, 5]);
  });

  it('removes a criterion with its levels in example responses', () => {
    const level = { level: 3 as const, cites: 'a', because: 'b' };
    const example = { id: 'e', itemId: 'p1' as ItemId, a: 'a', b: 'b', levels: { [id]: level } };
    const after = editCriteria({ ...full, examples: [example] }, { kind: 'remove', id });
    expect(ids(after.criteria)).toEqual(['empathy']);
    expect(after.examples[0]?.levels).toEqual({});
  });

  it('brings back what was removed as it was published, and nothing twice', () => {
    const level = { level: 3 as const, cites: 'a', because: 'b' };
    const example = { id: 'e', itemId: 'p1' as ItemId, a: 'a', b: 'b', levels: { [id]: level } };
    const from = { ...full, examples: [example] };
    const without = editCriteria(from, { kind: 'remove', id });
    const back = { kind: 'restore', id, from } as const;
    expect(editCriteria(without, back)).toEqual(from);
    expect(editCriteria(from, back)).toEqual(from);
    expect(editCriteria(without, { ...back, id: 'unknown' as CriterionId })).toEqual(without);
  });

  it('moves a criterion by one place and not over the edge', () => {
    expect(ids(press({ kind: 'up', id }))).toEqual(['communication', 'empathy']);
    expect(ids(press({ kind: 'down', id }))).toEqual(CRITERIA);
    expect(ids(press({ kind: 'up', id: 'gone' as CriterionId }))).toEqual(CRITERIA);
  });
});
