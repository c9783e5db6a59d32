// Coefficients of Lanczos' series for g = 7, n = 9 (Godfrey's values), good to about 15 digits.
const SERIES = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];
const G = 7;

/** Natural logarithm of the gamma function for x > 0 (Lanczos 1964; below ½ by reflection). */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError('log gamma is defined here for positive numbers');
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const [first = 0, ...rest] = SERIES;
  const sum = rest.reduce((total, coefficient, index) => total + coefficient / (x + index), first);
  const base = x + G - 0.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(base) - base + Math.log(sum);
}
