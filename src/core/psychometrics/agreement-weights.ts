/** What two ratings that are not the same are worth, from 0 to 1. */
export type AgreementWeights = 'unweighted' | 'linear' | 'quadratic' | 'ordinal';

/**
 * Weights of agreement between the levels of a scale (Gwet 2014): 1 on the diagonal; elsewhere 0 (unweighted),
 * 1 − |a − b| / range, 1 − (a − b)² / range², or (ordinal) 1 − C(m, 2) / C(q, 2), with m the number of levels from one to
 * the other. Input: the levels in rising order, also unused ones, two or more.
 */
export function agreementWeights(
  levels: readonly number[],
  kind: AgreementWeights,
): readonly (readonly number[])[] {
  const range = (levels.at(-1) ?? NaN) - (levels[0] ?? NaN);
  const pairs = (m: number) => (m * (m - 1)) / 2;
  const weight = (i: number, j: number): number => {
    if (i === j) return 1;
    const apart = Math.abs((levels[i] ?? NaN) - (levels[j] ?? NaN)) / range;
    if (kind === 'linear') return 1 - apart;
    if (kind === 'quadratic') return 1 - apart * apart;
    return kind === 'ordinal' ? 1 - pairs(Math.abs(i - j) + 1) / pairs(levels.length) : 0;
  };
  return levels.map((_, i) => levels.map((__, j) => weight(i, j)));
}
