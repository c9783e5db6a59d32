import type { AssessmentId, DimensionId, ItemId, OptionId } from '../kernel/ids.ts';

interface KeyedOption {
  /** Mean effectiveness on the candidates' scale of 1 to 7. */
  readonly value: number;
  readonly rationale: string;
}

export interface KeyedItem {
  readonly dimension: DimensionId;
  readonly options: Readonly<Record<OptionId, KeyedOption>>;
}

/** The secret half of a form. An author key stays on trial until an expert panel has published one. */
export interface Key {
  readonly assessmentId: AssessmentId;
  readonly formVersion: number;
  readonly status: 'author' | 'panel';
  readonly dimensions: readonly { readonly id: DimensionId; readonly label: string }[];
  readonly items: Readonly<Record<ItemId, KeyedItem>>;
}
