const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;
const RUN = 5;

/** The share of the shorter text's runs of five words that the other text has too: 0 for strangers, 1 for a copy. */
export function sharedRuns(one: string, other: string): number {
  const [runs, others] = [runsOf(one), runsOf(other)];
  const shorter = Math.min(runs.size, others.size);
  if (shorter === 0) return 0;
  return [...runs].filter((run) => others.has(run)).length / shorter;
}

function runsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(WORD) ?? [];
  return new Set(words.slice(RUN - 1).map((_, index) => words.slice(index, index + RUN).join(' ')));
}
