const STEPS = 10;

/** How many scores of 0 to 100 lie in each tenth; 100 belongs to the last. */
export function scoreDistribution(scores: readonly number[]): readonly number[] {
  const counts = Array.from({ length: STEPS }, () => 0);
  for (const score of scores) {
    const step = Math.min(STEPS - 1, Math.max(0, Math.floor((score / 100) * STEPS)));
    counts[step] = (counts[step] ?? 0) + 1;
  }
  return counts;
}
