import type { CriterionId } from '../kernel/ids.ts';
import { mean } from '../psychometrics/mean.ts';
import { compareJudgements, levelOf } from './compare-judgements.ts';
import type { CriterionResolution, Judgement, Resolution, Slot } from './rating-task.ts';
import { scoreWithThird } from './settle-ratings.ts';

export interface ResolveInput {
  readonly criteria: readonly CriterionId[];
  readonly slots: readonly Slot[];
  /** Whether anybody is left who may be the third rater. */
  readonly thirdAvailable: boolean;
}

type SettledCriteria = Readonly<Record<CriterionId, CriterionResolution>>;

/** Where a task stands after what has been handed in. `lead` says what is settled and what the lead has to settle. */
export type TaskOutcome =
  | { readonly kind: 'rating' }
  | { readonly kind: 'third' }
  | { readonly kind: 'lead'; readonly settled: SettledCriteria; readonly open: readonly CriterionId[] }
  | { readonly kind: 'resolved'; readonly resolution: Resolution };

/**
 * Resolution of one response (product.md, Written). The first two unvoided slots count, and the third where one was
 * opened. Two levels at most one apart: their mean. Two or more apart on a criterion: a third rater rates all criteria,
 * unaware of being the third, and only the criteria in dispute use it, as the mean of three. One rater who could not
 * rate also calls a third, who then makes the pair. What stays open is the lead's.
 */
export function resolveTask({ criteria, slots, thirdAvailable }: ResolveInput): TaskOutcome {
  const [first, second, third] = slots.filter(({ voided }) => voided === null);
  if (!first?.judgement || !second?.judgement) return { kind: 'rating' };
  const two = settlePair(criteria, first.judgement, second.judgement);
  if (two.kind !== 'open') return two;
  if (third?.judgement) {
    return settleWithThird(criteria, [first.judgement, second.judgement, third.judgement], two);
  }
  if (thirdAvailable || third?.state === 'held') return { kind: 'third' };
  return { ...two, kind: 'lead' };
}

/** What two judgements settle; `open` criteria want a third rater. */
type PairOutcome =
  | Extract<TaskOutcome, { kind: 'lead' | 'resolved' }>
  | { readonly kind: 'open'; readonly settled: SettledCriteria; readonly open: readonly CriterionId[] };

function settlePair(criteria: readonly CriterionId[], first: Judgement, second: Judgement): PairOutcome {
  const pair = compareJudgements(criteria, first, second);
  if (pair.kind === 'both-unratable') return { kind: 'lead', settled: {}, open: criteria };
  if (pair.kind === 'one-unratable') return { kind: 'open', settled: {}, open: criteria };
  const agreed = criteria.filter((criterion) => !pair.disputed.includes(criterion));
  const settled = settle('mean', agreed, (criterion) =>
    mean([levelOf(first, criterion), levelOf(second, criterion)]),
  );
  return pair.disputed.length === 0 ? resolved(settled) : { kind: 'open', settled, open: pair.disputed };
}

function settleWithThird(
  criteria: readonly CriterionId[],
  [first, second, third]: readonly [Judgement, Judgement, Judgement],
  two: Extract<PairOutcome, { kind: 'open' }>,
): TaskOutcome {
  if (first.unratable !== null || second.unratable !== null) {
    const remade = settlePair(criteria, first.unratable === null ? first : second, third);
    return remade.kind === 'open' ? { ...remade, kind: 'lead' } : remade;
  }
  if (third.unratable !== null) return { ...two, kind: 'lead' };
  const ofThree = (criterion: CriterionId) =>
    scoreWithThird(
      levelOf(first, criterion),
      levelOf(second, criterion),
      levelOf(third, criterion),
      'parity',
    );
  return resolved({ ...two.settled, ...settle('third', two.open, ofThree) });
}

function settle(
  kind: 'mean' | 'third',
  criteria: readonly CriterionId[],
  level: (criterion: CriterionId) => number,
): SettledCriteria {
  return Object.fromEntries(criteria.map((criterion) => [criterion, { kind, level: level(criterion) }]));
}

const resolved = (criteria: SettledCriteria): Extract<TaskOutcome, { kind: 'resolved' }> => ({
  kind: 'resolved',
  resolution: { kind: 'rated', criteria },
});
