import type { CriterionId } from '../kernel/ids.ts';
import type { Judgement } from './rating-task.ts';
import { areWithinTolerance } from './settle-ratings.ts';

/** What two blind judgements of one response say together; the order of the two raters never matters. */
export type JudgementPair =
  | { readonly kind: 'both-rated'; readonly disputed: readonly CriterionId[] }
  | { readonly kind: 'one-unratable' }
  | { readonly kind: 'both-unratable' };

/** Compares two judgements criterion by criterion. Throws where a level is missing: neither was complete then. */
export function compareJudgements(
  criteria: readonly CriterionId[],
  first: Judgement,
  second: Judgement,
): JudgementPair {
  if (first.unratable !== null && second.unratable !== null) return { kind: 'both-unratable' };
  if (first.unratable !== null || second.unratable !== null) return { kind: 'one-unratable' };
  const agreed = (criterion: CriterionId) =>
    areWithinTolerance(levelOf(first, criterion), levelOf(second, criterion));
  return { kind: 'both-rated', disputed: criteria.filter((criterion) => !agreed(criterion)) };
}

/** The level a complete judgement gives to a criterion. */
export function levelOf(judgement: Judgement, criterion: CriterionId): number {
  const level = judgement.levels[criterion];
  if (level === undefined) throw new Error(`a judgement without a level for ${criterion}`);
  return level;
}
