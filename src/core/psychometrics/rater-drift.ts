import { isSoundList } from './sound-data.ts';

export interface RaterDrift {
  readonly average: readonly number[];
  readonly limit: readonly number[];
  /** Number of the first anchor, from 1, where the average leaves its limits; null where it never does. */
  readonly firstSignal: number | null;
}

export interface DriftChart {
  /** Weight of the newest error, above 0 and up to 1. */
  readonly lambda: number;
  /** Standard deviation of an error of a rater in control, and how many of them the limits allow. */
  readonly sigma: number;
  readonly width: number;
}

/**
 * Exponentially weighted moving average (Roberts 1959) of rater less gold on seeded responses, in the order they were
 * rated: z_t = λ e_t + (1 − λ) z_{t−1} from z_0 = 0, limits ± L σ √(λ / (2 − λ) · (1 − (1 − λ)^{2t})). A small lasting shift
 * signals sooner than with single errors. Null for errors that are not finite and for a chart without sense.
 */
export function raterDrift(
  errors: readonly number[],
  { lambda, sigma, width }: DriftChart,
): RaterDrift | null {
  const sensible = lambda > 0 && lambda <= 1 && sigma > 0 && width > 0 && Number.isFinite(sigma * width);
  if (!isSoundList(errors, 'errors') || !sensible) return null;
  let last = 0;
  const average = errors.map((error) => (last = lambda * error + (1 - lambda) * last));
  const limit = errors.map(
    (_, index) =>
      width * sigma * Math.sqrt((lambda / (2 - lambda)) * (1 - (1 - lambda) ** (2 * (index + 1)))),
  );
  const signal = average.findIndex((value, index) => Math.abs(value) > (limit[index] ?? Infinity));
  return { average, limit, firstSignal: signal === -1 ? null : signal + 1 };
}
