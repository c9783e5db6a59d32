const STEPS = 10;

interface ScoreDistribution {
  readonly add: (score: number) => void;
  readonly steps: () => readonly number[];
}

/** How many scores of 0 to 100 lie in each tenth; 100 belongs to the last. */
export function tallyDistribution(): ScoreDistribution {
  const counts = Array.from({ length: STEPS }, () => 0);
  return {
    add: (score) => {
      const step = Math.min(STEPS - 1, Math.max(0, Math.floor((score / 100) * STEPS)));
      counts[step] = (counts[step] ?? 0) + 1;
    },
    steps: () => [...counts],
  };
}
