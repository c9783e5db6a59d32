import type { AssessmentId, DimensionId, ExpertPanelId, ItemId, OptionId } from '../kernel/ids.ts';

interface KeyedOption {
  /** Mean effectiveness on the candidates' scale of 1 to 7. */
  readonly value: number;
  readonly rationale: string;
}

export interface KeyedItem {
  readonly dimension: DimensionId;
  readonly options: Readonly<Record<OptionId, KeyedOption>>;
}

/** What a panel did not agree on: options of a situation that count for nothing, or the whole situation. */
export interface DroppedFromKey {
  readonly itemId: ItemId;
  readonly options: readonly OptionId[] | 'all';
}

/** Where a panel's key comes from. */
interface KeyPanel {
  readonly panelId: ExpertPanelId;
  /** Experts whose ratings it rests on. */
  readonly experts: number;
  readonly closedAt: Date;
  readonly dropped: readonly DroppedFromKey[];
}

/** The secret half of a form. An author key stays on trial until an expert panel has published one. */
export interface Key {
  readonly assessmentId: AssessmentId;
  readonly formVersion: number;
  readonly status: 'author' | 'panel';
  readonly dimensions: readonly { readonly id: DimensionId; readonly label: string }[];
  readonly items: Readonly<Record<ItemId, KeyedItem>>;
  /** Of a key that an expert panel of the organisation made. */
  readonly panel?: KeyPanel;
}
