import type { Estimate, NoFigureReason } from '../kernel/estimate.ts';
import type { ApplicantId, ItemId } from '../kernel/ids.ts';
import type { MeanDifference } from '../psychometrics/moments-difference.ts';
import type { RatedItemFunctioning } from '../psychometrics/summed-item-functioning.ts';
import type { AnalysisPool } from '../scoring/analysis.ts';

/** Which group somebody belongs to, for the time of one run: who belongs where is kept nowhere. */
export type GroupLabels = ReadonlyMap<ApplicantId, string>;

export const MOST_GROUPS = 20;
/** Fewest people of a group that its mean is compared from, and a single situation. */
export const LEAST_FOR_IMPACT = 10;
export const LEAST_FOR_FUNCTIONING = 100;

type NoFigure<Reason extends NoFigureReason = NoFigureReason> = Extract<Estimate<Reason>, { value: null }>;

export interface ComparedGroup {
  readonly label: string;
  /** With a score in this column. */
  readonly n: number;
  /** Those of them with every situation answered; null for Written. */
  readonly complete: number | null;
}

type SituationFunctioning = { readonly itemId: ItemId } & (RatedItemFunctioning | NoFigure);

export interface GroupPair {
  /** The larger group, and the one that is compared with it. */
  readonly reference: string;
  readonly focal: string;
  /** Of the scores, focal less reference, with a 90 % interval. */
  readonly impact: MeanDifference | NoFigure;
  /** Each situation among people of like scores; null for Written. */
  readonly situations:
    | { readonly reason: null; readonly items: readonly SituationFunctioning[] }
    | NoFigure<'insufficient-n'>
    | null;
}

/** What a pool says about groups that were passed in. Nothing in it is about one person. */
export interface GroupComparison extends AnalysisPool {
  /** The largest first. */
  readonly groups: readonly ComparedGroup[];
  readonly pairs: readonly GroupPair[];
  readonly computedAt: Date;
}
