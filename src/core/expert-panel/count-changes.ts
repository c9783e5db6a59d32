/** How scores would move under another key: counts only, never whose. */
export interface ScoreChanges {
  readonly scored: number;
  /** The figure that is shown, rounded to a whole point, would be another one. */
  readonly differ: number;
  readonly byFive: number;
  readonly lost: number;
  readonly gained: number;
}

const FAR = 5;

export interface ScorePair {
  readonly before: number | null;
  readonly after: number | null;
}

export function countChanges(pairs: readonly ScorePair[]): ScoreChanges {
  const both = pairs.flatMap(({ before, after }) =>
    before === null || after === null ? [] : [{ before, after }],
  );
  return {
    scored: pairs.filter(({ before }) => before !== null).length,
    differ: both.filter(({ before, after }) => Math.round(before) !== Math.round(after)).length,
    byFive: both.filter(({ before, after }) => Math.abs(before - after) >= FAR).length,
    lost: pairs.filter(({ before, after }) => before !== null && after === null).length,
    gained: pairs.filter(({ before, after }) => before === null && after !== null).length,
  };
}
