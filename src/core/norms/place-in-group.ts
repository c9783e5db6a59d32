import type { Measured } from '../psychometrics/are-distinguishable.ts';
import { scoreBand } from '../psychometrics/score-band.ts';
import { sum } from '../psychometrics/sum.ts';
import { tenthOf, type FrozenScores } from './tally-scores.ts';

/** Of 100 people of a group, how many had this score or a lower one: at the lower and at the upper end of the band. */
export interface PlaceInGroup {
  readonly from: number;
  readonly to: number;
}

/**
 * The percentile of a score as its 90 % band has it: people at or below X ± 1.645 SEM, of 100, between 1 and 99, because
 * no sample says that nobody, or everybody, is below. Never one number: a score is not known that well.
 */
export function placeInGroup({ n, tenths }: FrozenScores, { score, sem }: Measured): PlaceInGroup {
  const of100 = (bound: number) => {
    const below = bound < 0 ? 0 : sum(tenths.slice(0, tenthOf(bound) + 1));
    return Math.min(99, Math.max(1, Math.round((100 * below) / n)));
  };
  const { lower, upper } = scoreBand(score, sem);
  return { from: of100(lower), to: of100(upper) };
}
