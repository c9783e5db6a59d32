import { sum } from './sum.ts';

export interface ItemStatistics {
  readonly mean: number;
  readonly sd: number;
  /** Correlation with the whole score, the item included. */
  readonly withTotal: number | null;
  /** Correlation with the rest score: the item left out, so that it does not meet itself. */
  readonly withRest: number | null;
  readonly alphaWithout: number | null;
}

export interface ScaleTally {
  /** Counts a chunk of persons with every value, one person after the other. */
  readonly add: (values: ArrayLike<number>) => void;
  /** Fewer than two persons have no statistics. */
  readonly statistics: () => readonly ItemStatistics[] | null;
}

/** Below this share of what it is computed from, a variance is what rounding left. */
const ROUNDING = 1e-12;

/**
 * What each item does on its scale, in one pass and in constant memory: besides sums and squares only the products with the
 * total are kept, because the variance of the rest is s_T² + s_i² − 2 s_iT. Values are counted from those of the first
 * person, so that no digits are lost on scores far from 0.
 */
export function tallyScale(k: number): ScaleTally {
  const [base, sums, squares, withTotal] = Array.from({ length: 4 }, () => new Float64Array(k)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  let [n, total, totalSquares] = [0, 0, 0];

  function addPerson(values: ArrayLike<number>, start: number): void {
    let own = 0;
    for (let item = 0; item < k; item += 1) own += (values[start + item] ?? NaN) - (base[item] ?? NaN);
    for (let item = 0; item < k; item += 1) {
      const apart = (values[start + item] ?? NaN) - (base[item] ?? NaN);
      sums[item] = (sums[item] ?? NaN) + apart;
      squares[item] = (squares[item] ?? NaN) + apart * apart;
      withTotal[item] = (withTotal[item] ?? NaN) + apart * own;
    }
    n += 1;
    total += own;
    totalSquares += own * own;
  }

  return {
    add: (values) => {
      if (n === 0 && values.length >= k)
        base.set(Array.from({ length: k }, (_, item) => values[item] ?? NaN));
      for (let start = 0; k > 0 && start + k <= values.length; start += k) addPerson(values, start);
    },
    statistics: () => {
      if (n < 2) return null;
      const covariance = (product: number, a: number, b: number) => (product - (a * b) / n) / (n - 1);
      const variances = Array.from(sums, (own, item) => covariance(squares[item] ?? NaN, own, own));
      const all = { k, variance: covariance(totalSquares, total, total), items: sum(variances) };
      return variances.map((variance, item) => ({
        mean: (base[item] ?? NaN) + (sums[item] ?? NaN) / n,
        ...statisticsOf(variance, covariance(withTotal[item] ?? NaN, sums[item] ?? NaN, total), all),
      }));
    },
  };
}

function statisticsOf(
  variance: number,
  withTotal: number,
  all: { readonly k: number; readonly variance: number; readonly items: number },
): Omit<ItemStatistics, 'mean'> {
  const held = (value: number, of: number) => (value <= ROUNDING * of ? 0 : value);
  const [own, whole] = [held(variance, all.items), held(all.variance, all.items)];
  const rest = held(whole + own - 2 * withTotal, whole + own);
  return {
    sd: Math.sqrt(own),
    withTotal: correlation(withTotal, own, whole),
    withRest: correlation(withTotal - own, own, rest),
    alphaWithout:
      all.k < 3 || rest === 0 ? null : ((all.k - 1) / (all.k - 2)) * (1 - (all.items - own) / rest),
  };
}

/** Rounding can lead a hair past the ends. */
const correlation = (together: number, one: number, other: number): number | null =>
  one === 0 || other === 0 ? null : Math.min(1, Math.max(-1, together / Math.sqrt(one * other)));
