/** Half of the last digit that is written. */
export const lastPlace = (text: string): number => 0.5 * 10 ** -(text.split('.')[1]?.length ?? 0) + 1e-9;

type Three = readonly number[];

/** In how many of the weightings of three criteria within ten points, in steps of two, one person is above another. */
export function shareAbove([a = 0, b = 0, c = 0]: Three, upper: Three, lower: Three): number {
  const [x = 0, y = 0, z = 0] = upper.map((score, part) => score - (lower[part] ?? NaN));
  const above: boolean[] = [];
  for (let first = a - 10; first <= a + 10; first += 2) {
    for (let second = b - 10; second <= b + 10; second += 2) {
      const third = 100 - first - second;
      if (Math.abs(third - c) <= 10) above.push(first * x + second * y + third * z > 1e-7);
    }
  }
  return above.filter(Boolean).length / above.length;
}
