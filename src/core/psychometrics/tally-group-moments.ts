import type { Moments } from './moments-difference.ts';

export interface GroupMomentsTally {
  /** Counts a chunk of persons: a score and the place of the group for each. */
  readonly add: (scores: ArrayLike<number>, groups: ArrayLike<number>) => void;
  readonly momentsOf: (group: number) => Moments;
}

/**
 * Mean and variance of each group in one pass and in constant memory. Means move with every person (Welford 1962), so that
 * no digits are lost on scores far from 0.
 */
export function tallyGroupMoments(groups: number): GroupMomentsTally {
  const persons = new Float64Array(groups);
  const means = new Float64Array(groups);
  const squares = new Float64Array(groups);
  return {
    add: (scores, places) => {
      for (let person = 0; person < scores.length; person += 1) {
        const group = places[person] ?? 0;
        const score = scores[person] ?? NaN;
        const n = (persons[group] ?? 0) + 1;
        const apart = score - (means[group] ?? 0);
        const mean = (means[group] ?? 0) + apart / n;
        persons[group] = n;
        means[group] = mean;
        squares[group] = (squares[group] ?? 0) + apart * (score - mean);
      }
    },
    momentsOf: (group) => {
      const n = persons[group] ?? 0;
      const variance = n < 2 ? 0 : (squares[group] ?? 0) / (n - 1);
      return { n, mean: means[group] ?? 0, variance };
    },
  };
}
