import { mean } from './mean.ts';

/**
 * Difficulty of an item as the share of its points that people earn: mean / max (p of an item scored 0 or 1, with max 1).
 * Null for no people, and for points below 0 or above max.
 */
export function itemDifficulty(points: readonly number[], max: number): number | null {
  const onScale = points.every((earned) => earned >= 0 && earned <= max);
  return points.length > 0 && max > 0 && onScale ? mean(points) / max : null;
}
