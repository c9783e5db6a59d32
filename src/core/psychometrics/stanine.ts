const CUTS = [4, 11, 23, 40, 60, 77, 89, 96];

/** Stanine 1 to 9 of a percentile rank (0 to 100), cuts at 4 11 23 40 60 77 89 96; a rank on a cut goes up. */
export function stanine(percentile: number): number {
  if (!(percentile >= 0 && percentile <= 100)) throw new RangeError('a percentile lies between 0 and 100');
  return 1 + CUTS.filter((cut) => percentile >= cut).length;
}
