import { areDistinguishable, type Measured } from '../psychometrics/are-distinguishable.ts';
import { comparisonFactor } from '../psychometrics/comparison-factor.ts';
import { Z_90 } from '../psychometrics/score-band.ts';

export interface MeasuredPerson extends Measured {
  readonly label: string;
}

export interface PairwiseComparison {
  /** Half the comparison bar of each person, in their order. */
  readonly halfWidths: readonly number[];
  /** Every two people once. */
  readonly pairs: readonly {
    readonly left: string;
    readonly right: string;
    readonly difference: number;
    /** What the two must lie apart to differ. */
    readonly least: number;
    readonly differ: boolean;
  }[];
}

/** Who differs from whom on one column, by the pairwise rule. Input: two people or more. */
export function comparePairs(people: readonly MeasuredPerson[]): PairwiseComparison {
  const factor = comparisonFactor(people.map(({ sem }) => sem));
  return {
    halfWidths: people.map(({ sem }) => factor * sem),
    pairs: people.flatMap((left, index) =>
      people.slice(index + 1).map((right) => ({
        left: left.label,
        right: right.label,
        difference: Math.abs(left.score - right.score),
        least: Z_90 * Math.hypot(left.sem, right.sem),
        differ: areDistinguishable(left, right),
      })),
    ),
  };
}
