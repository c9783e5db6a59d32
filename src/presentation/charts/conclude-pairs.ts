/** Two people on one column, and whether the pairwise rule tells them apart. */
export interface Pair {
  readonly left: string;
  readonly right: string;
  readonly difference: number;
  /** What two people must lie apart before they differ. */
  readonly least: number;
  readonly differ: boolean;
}

/** Who differs from whom, in one or two sentences. Never who is better. */
export function concludePairs(column: string, pairs: readonly Pair[]): string {
  const named = (differ: boolean): string =>
    pairs
      .filter((pair) => pair.differ === differ)
      .map(({ left, right }) => `${left} and ${right}`)
      .join('; ');
  if (pairs.every(({ differ }) => differ)) {
    return `On ${column} every two of them differ by more than the measurement error.`;
  }
  if (pairs.every(({ differ }) => !differ)) {
    return `On ${column} none of them can be told apart: every difference lies within the measurement error.`;
  }
  return `On ${column} these differ: ${named(true)}. Not distinguishable: ${named(false)}.`;
}
