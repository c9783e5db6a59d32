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
export type WrittenValue = { readonly kind: 'written-response'; readonly a: string; readonly b: string };

export type ResponseValue = RateOptionsValue | BestWorstValue | WrittenValue;
