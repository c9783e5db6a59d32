import type { DimensionId, ItemId } from '../kernel/ids.ts';
import type { ColumnScore } from './standing.ts';

/** What a scoring method makes of the situations that were answered, with the pieces that later analysis needs. */
export interface JudgmentResult {
  readonly score: ColumnScore;
  /** Before scaling and clipping: a correlation for shape, −2 to 2 for best and worst. */
  readonly raw: number | null;
  readonly dimensions: readonly { readonly dimension: DimensionId; readonly raw: number }[];
  readonly items: readonly { readonly itemId: ItemId; readonly raw: number }[];
}

/** No score, with the reason; there are no pieces either. */
export const noJudgment = (reason: 'too-few-answered' | 'flat-ratings' | 'no-such-part'): JudgmentResult => ({
  score: { value: null, reason },
  raw: null,
  dimensions: [],
  items: [],
});
