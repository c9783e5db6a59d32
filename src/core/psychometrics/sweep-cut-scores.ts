import { impactRatio, violatesFourFifths } from './impact-ratio.ts';
import { isSoundList } from './sound-data.ts';

export interface CutImpact {
  readonly cut: number;
  readonly focalRate: number;
  readonly referenceRate: number;
  /** Null where nobody of the reference passes. */
  readonly ratio: number | null;
  readonly belowFourFifths: boolean;
}

/** Impact at each cut score, where a score at the cut passes. Null for an empty group and scores that are not finite. */
export function sweepCutScores(
  focal: readonly number[],
  reference: readonly number[],
  cuts: readonly number[],
): readonly CutImpact[] | null {
  const sound =
    isSoundList(focal, 'focal') && isSoundList(reference, 'reference') && isSoundList(cuts, 'cuts');
  if (!sound || focal.length === 0 || reference.length === 0) return null;
  return cuts.map((cut) => {
    const passing = (scores: readonly number[]) => ({
      selected: scores.filter((score) => score >= cut).length,
      total: scores.length,
    });
    const [own, theirs] = [passing(focal), passing(reference)];
    return {
      cut,
      focalRate: own.selected / own.total,
      referenceRate: theirs.selected / theirs.total,
      ratio: impactRatio(own, theirs).value,
      belowFourFifths: violatesFourFifths(own, theirs),
    };
  });
}
