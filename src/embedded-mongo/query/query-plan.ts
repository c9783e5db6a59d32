import type { IndexInfo } from '../storage/catalog-entry.ts';

/** A part of an index, by encoded keys: everything from `low` to whatever begins with `high`. */
export type Interval = { readonly low: Buffer; readonly high: Buffer };

/** One index and the parts of it that can hold a match. */
export type Leg = {
  readonly index: IndexInfo;
  readonly intervals: readonly Interval[];
  /** How many fields of the index the filter bounds. */
  readonly bounded: number;
};

export type QueryPlan =
  | { readonly kind: 'collection'; readonly reverse: boolean }
  | {
      readonly kind: 'index';
      readonly legs: readonly Leg[];
      readonly reverse: boolean;
      /** The documents come in the order that was asked for. */
      readonly sorted: boolean;
    };
