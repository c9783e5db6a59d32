import { continuedFraction } from './continued-fraction.ts';
import { logGamma } from './log-gamma.ts';

/**
 * Upper regularised incomplete gamma Q(a, x) for a > 0, x ≥ 0: by the series of P below a + 1 and by the continued
 * fraction above (Abramowitz & Stegun 6.5.29, 6.5.31).
 */
export function upperIncompleteGamma(a: number, x: number): number {
  if (x <= 0) return 1;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) return 1 - front * lowerSeries(a, x);
  const fraction = continuedFraction(
    (step) => ({ numerator: -step * (step - a), denominator: x + 2 * step + 1 - a }),
    x + 1 - a,
  );
  return front / fraction;
}

function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let step = 1; Math.abs(term) > 1e-17 * Math.abs(sum); step += 1) {
    term *= x / (a + step);
    sum += term;
  }
  return sum;
}
