import { continuedFraction } from './continued-fraction.ts';
import { logGamma } from './log-gamma.ts';

/**
 * Regularised incomplete beta I_x(a, b) for a, b > 0 by its continued fraction (Abramowitz & Stegun 26.5.8), evaluated
 * on the side where it converges fast: I_x(a, b) = 1 − I_{1−x}(b, a).
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x);
  return Math.exp(front) / (a * continuedFraction((step) => betaTerm(step, x, a, b)));
}

/** Term d of 1 + d1/(1 + d2/(1 + …)). */
function betaTerm(step: number, x: number, a: number, b: number): { numerator: number; denominator: number } {
  const m = Math.floor(step / 2);
  const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
  const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
  return { numerator: step % 2 === 0 ? even : odd, denominator: 1 };
}
