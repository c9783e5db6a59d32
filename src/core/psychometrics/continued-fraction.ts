const TINY = 1e-300;
const CLOSE = 1e-16;
const MOST_STEPS = 5000;

export interface Term {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * Value of first + n1/(d1 + n2/(d2 + …)) by the modified Lentz method (Thompson & Barnett 1986). Terms are asked for
 * from step 1 on. Throws where the fraction has not settled after 5000 steps: the arguments are out of its range.
 */
export function continuedFraction(termOf: (step: number) => Term, first = 1): number {
  const apartFromZero = (value: number) => (Math.abs(value) < TINY ? TINY : value);
  let value = apartFromZero(first);
  let c = value;
  let d = 0;
  for (let step = 1; step <= MOST_STEPS; step += 1) {
    const { numerator, denominator } = termOf(step);
    d = 1 / apartFromZero(denominator + numerator * d);
    c = apartFromZero(denominator + numerator / c);
    value *= c * d;
    if (Math.abs(c * d - 1) < CLOSE * 4) return value;
  }
  throw new RangeError('a continued fraction did not settle');
}
