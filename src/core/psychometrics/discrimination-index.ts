import { mean } from './mean.ts';

export interface ExtremeGroups {
  readonly upper: readonly number[];
  readonly lower: readonly number[];
}

/**
 * Places of the people in the upper and the lower 27 % of a score (Kelley 1939): at or above the ⌈.27 n⌉-th highest,
 * at or below the ⌈.27 n⌉-th lowest; ties at the cut are kept, so that the groups can differ in size.
 */
export function extremeGroups(scores: readonly number[], share = 0.27): ExtremeGroups {
  const sorted = [...scores].sort((a, b) => a - b);
  const size = Math.ceil(share * scores.length);
  const [low, high] = [sorted[size - 1] ?? -Infinity, sorted[sorted.length - size] ?? Infinity];
  const placesOf = (belongs: (score: number) => boolean) =>
    scores.flatMap((score, place) => (belongs(score) ? [place] : []));
  return { upper: placesOf((score) => score >= high), lower: placesOf((score) => score <= low) };
}

/** D of an item: its mean in the upper less its mean in the lower group. Null for no people. */
export function discriminationIndex(item: readonly number[], { upper, lower }: ExtremeGroups): number | null {
  const meanOf = (places: readonly number[]) => mean(places.map((place) => item[place] ?? NaN));
  return upper.length === 0 || lower.length === 0 ? null : meanOf(upper) - meanOf(lower);
}
