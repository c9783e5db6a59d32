import type { DimensionId, ItemId } from '../kernel/ids.ts';
import { groupBy } from '../kernel/group-by.ts';
import { mean } from '../psychometrics/mean.ts';
import type { JudgmentResult } from './judgment-result.ts';

export interface ScoredSituation {
  readonly itemId: ItemId;
  readonly dimension: DimensionId;
  readonly raw: number;
}

/** Judgment as the mean over the answered situations. `shown` takes the mean to the scale from 0 to 100. */
export function meanOfSituations(
  scored: readonly ScoredSituation[],
  shown: (raw: number) => number,
): JudgmentResult {
  const raw = mean(scored.map((item) => item.raw));
  return {
    score: { value: shown(raw), reason: null },
    raw,
    dimensions: [...groupBy(scored, ({ dimension }) => dimension)].map(([dimension, group]) => ({
      dimension,
      raw: mean(group.map((item) => item.raw)),
    })),
    items: scored.map((item) => ({ itemId: item.itemId, raw: item.raw })),
  };
}
