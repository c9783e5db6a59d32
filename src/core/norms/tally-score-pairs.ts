import { LEAST_PEOPLE } from './tally-scores.ts';

/** Mean and SD of Judgment and Written among the same people, and how the two go together. */
export interface FrozenPairs {
  readonly n: number;
  readonly judgment: { readonly mean: number; readonly sd: number };
  readonly written: { readonly mean: number; readonly sd: number };
  readonly correlation: number;
}

export type PairsOrNot =
  | ({ readonly kind: 'frozen' } & FrozenPairs)
  | { readonly kind: 'too-few' | 'no-variance'; readonly n: number };

interface PairTally {
  readonly add: (judgment: number, written: number) => void;
  readonly freeze: () => PairsOrNot;
}

const MIDDLE = 50;

/** People with both scores, in one pass and in constant memory. */
export function tallyScorePairs(): PairTally {
  let [n, j, w, jj, ww, jw] = [0, 0, 0, 0, 0, 0];
  return {
    add: (judgment, written) => {
      const [left, right] = [judgment - MIDDLE, written - MIDDLE];
      n += 1;
      j += left;
      w += right;
      jj += left * left;
      ww += right * right;
      jw += left * right;
    },
    freeze: () => {
      if (n < LEAST_PEOPLE) return { kind: 'too-few', n };
      const covariance = (product: number, a: number, b: number) => (product - (a * b) / n) / (n - 1);
      const [ofJudgment, ofWritten] = [covariance(jj, j, j), covariance(ww, w, w)];
      if (ofJudgment < 1e-9 || ofWritten < 1e-9) return { kind: 'no-variance', n };
      const [judgment, written] = [Math.sqrt(ofJudgment), Math.sqrt(ofWritten)];
      return {
        kind: 'frozen',
        n,
        judgment: { mean: MIDDLE + j / n, sd: judgment },
        written: { mean: MIDDLE + w / n, sd: written },
        correlation: Math.max(-1, Math.min(1, covariance(jw, j, w) / (judgment * written))),
      };
    },
  };
}
