export interface BestWorstPicks<Option> {
  readonly best: Option | null;
  readonly worst: Option | null;
}

export interface BestWorstKey<Option> {
  readonly isBest: (option: Option) => boolean;
  readonly isWorst: (option: Option) => boolean;
}

/**
 * Points of a best and a worst pick (Motowidlo, Dunnette & Carter 1990): [best = K+] + [worst = K−] − [best = K−] −
 * [worst = K+], so −2 to +2. Options that share the key's extreme count alike. Null where a pick is missing and where
 * one option is both, which is no valid response.
 */
export function bestWorstPoints<Option>(
  { best, worst }: BestWorstPicks<Option>,
  { isBest, isWorst }: BestWorstKey<Option>,
): number | null {
  if (best === null || worst === null || best === worst) return null;
  const plus = Number(isBest(best)) + Number(isWorst(worst));
  return plus - Number(isWorst(best)) - Number(isBest(worst));
}
