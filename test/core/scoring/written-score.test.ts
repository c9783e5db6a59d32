import { describe, expect, it } from '@jest/globals';
import type { ColumnScore, CriterionStanding, PromptLevel } from '../../../src/core/scoring/standing.ts';
import { writtenScore } from '../../../src/core/scoring/written-score.ts';
import { referenceCase } from '../../reference/reference-case.ts';
import { criterion } from './a-form.ts';

const level: PromptLevel = { level: 3, basis: 'mean', reason: null };
const unrated: PromptLevel = { level: null, basis: null, reason: 'unratable' };
const known = (value: number): ColumnScore => ({ value, reason: null });

const standing = (name: string, score: ColumnScore, prompts: readonly PromptLevel[]): CriterionStanding => ({
  criterion: criterion(name),
  score,
  prompts: Object.fromEntries(prompts.map((entry, index) => [`p${index}`, entry])),
});
const weighted = (weights: readonly number[]) =>
  weights.map((weight, index) => ({ id: criterion(`c${index}`), weight }));

describe('Written', () => {
  it('is the criteria weighted by the rubric version (composite.rubric)', () => {
    const { input, expected, near } = referenceCase<
      { weights: number[] },
      { dimension_scores: number[]; total: number }
    >('composite.rubric');
    const standings = expected.dimension_scores.map((score, index) =>
      standing(`c${index}`, known(score), [level, level]),
    );
    const criteria = weighted(input.weights.map((weight) => weight * 100));
    near(writtenScore({ criteria, standings }).value, expected.total);
  });
  it('is exactly 100 where every criterion is', () => {
    const standings = [0, 1, 2].map((index) => standing(`c${index}`, known(100), [level, level]));
    expect(writtenScore({ criteria: weighted([34, 33, 33]), standings }).value).toBe(100);
  });
  it('exists only where every criterion has a score', () => {
    const standings = [
      standing('c0', known(50), [level, level, level]),
      standing('c1', { value: null, reason: 'too-few-prompts' }, [level, level, level]),
    ];
    expect(writtenScore({ criteria: weighted([50, 50]), standings })).toEqual({
      value: null,
      reason: 'too-few-prompts',
    });
  });
  it('waits while any criterion waits', () => {
    const standings = [
      standing('c0', { value: null, reason: 'too-few-prompts' }, [level, unrated]),
      standing('c1', { value: null, reason: 'waiting' }, [level, level]),
    ];
    expect(writtenScore({ criteria: weighted([50, 50]), standings })).toEqual({
      value: null,
      reason: 'waiting',
    });
  });
  it.each([
    [2, 3, 'two thirds'],
    [4, 6, 'two thirds of more'],
  ])('exists with %i of %i prompts: %s', (rated, asked) => {
    const prompts = Array.from({ length: asked }, (_, index) => (index < rated ? level : unrated));
    expect(
      writtenScore({ criteria: weighted([100]), standings: [standing('c0', known(50), prompts)] }),
    ).toEqual(known(50));
  });
  it.each([
    [1, 1, 'with one prompt only levels are shown'],
    [1, 2, 'never fewer than two'],
    [3, 5, 'less than two thirds'],
  ])('does not exist with %i of %i prompts: %s', (rated, asked) => {
    const prompts = Array.from({ length: asked }, (_, index) => (index < rated ? level : unrated));
    const standings = [standing('c0', known(50), prompts)];
    expect(writtenScore({ criteria: weighted([100]), standings })).toEqual({
      value: null,
      reason: 'too-few-prompts',
    });
  });
  it('does not exist in a form without prompts', () => {
    const standings = [standing('c0', { value: null, reason: 'no-such-part' }, [])];
    expect(writtenScore({ criteria: weighted([100]), standings })).toEqual({
      value: null,
      reason: 'no-such-part',
    });
  });
  it('is a fault where a criterion of the version has no standing', () => {
    expect(() => writtenScore({ criteria: weighted([100]), standings: [] })).toThrow('c0 has no standing');
  });
});
