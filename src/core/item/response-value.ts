import type { OptionId } from '../kernel/ids.ts';

/** What a candidate answered to one item, in canonical form. A half-finished value is a value: it can be saved. */
export type RateOptionsValue = {
  readonly kind: 'rate-options';
  /** Whole numbers from 1 (very ineffective) to 7 (very effective); an option not rated yet is absent. */
  readonly ratings: Readonly<Record<OptionId, number>>;
};
export type BestWorstValue = {
  readonly kind: 'best-worst';
  readonly best: OptionId | null;
  readonly worst: OptionId | null;
};
export type PickOneValue = { readonly kind: 'pick-one'; readonly pick: OptionId | null };
export type RankOptionsValue = {
  readonly kind: 'rank-options';
  /** Every option once, the most effective first. */
  readonly order: readonly OptionId[];
  /** An order becomes an answer only when the candidate says so: a list always stands in some order. */
  readonly confirmed: boolean;
};
export type WrittenValue = { readonly kind: 'written-response'; readonly a: string; readonly b: string };

export type ResponseValue =
  RateOptionsValue | BestWorstValue | PickOneValue | RankOptionsValue | WrittenValue;
