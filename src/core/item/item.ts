import type { CriterionId, ItemId, OptionId } from '../kernel/ids.ts';

export interface Option {
  readonly id: OptionId;
  readonly text: string;
}

interface Situation {
  readonly id: ItemId;
  readonly title: string;
  readonly situation: string;
}

/** Every option is rated for effectiveness from 1 to 7. */
export interface RateOptionsItem extends Situation {
  readonly kind: 'rate-options';
  readonly question: string;
  readonly options: readonly Option[];
}

/** One option is picked as the best next step and another as the worst. */
export interface BestWorstItem extends Situation {
  readonly kind: 'best-worst';
  readonly question: string;
  readonly options: readonly Option[];
}

/** One option is picked as the best next step. */
export interface PickOneItem extends Situation {
  readonly kind: 'pick-one';
  readonly question: string;
  readonly options: readonly Option[];
}

/** All options are put in order, the most effective first. */
export interface RankOptionsItem extends Situation {
  readonly kind: 'rank-options';
  readonly question: string;
  readonly options: readonly Option[];
}

/** A situation answered in writing in two steps; the second brings an update that changes the facts. */
export interface WrittenResponseItem extends Situation {
  readonly kind: 'written-response';
  readonly stepA: { readonly ask: string };
  readonly stepB: { readonly update: string; readonly ask: string };
  readonly guide: { readonly min: number; readonly max: number };
  readonly maxWords: number;
  /** The criteria this prompt gives a chance to show; raters rate exactly these. Not for candidates. */
  readonly criteria: readonly { readonly criterion: CriterionId; readonly chance: string }[];
}

export type JudgmentItem = RateOptionsItem | BestWorstItem | PickOneItem | RankOptionsItem;
export type Item = JudgmentItem | WrittenResponseItem;
