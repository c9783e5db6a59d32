import { Z_90 } from './score-band.ts';

/**
 * How wide comparison bars are, in SEM: c = 1.645 · max over the pairs of √(a² + b²) / (a + b), so that bars of half-width
 * c · SEM that do not touch belong to people who differ by the pairwise rule (after Goldstein & Healy, 1995, with the
 * largest instead of the mean). With equal SEM c = 1.163 and touching decides; otherwise touching ones need the rule.
 * Input: two SEM or more, all positive.
 */
export function comparisonFactor(sems: readonly number[]): number {
  if (sems.length < 2) throw new RangeError('comparison bars need two people');
  const ratios = sems.flatMap((a, index) => sems.slice(index + 1).map((b) => Math.hypot(a, b) / (a + b)));
  return Z_90 * Math.max(...ratios);
}
