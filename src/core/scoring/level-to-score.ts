/** A level of the five-level scale, also between two levels, on 0…100: (level − 1) / 4 × 100. */
export function levelToScore(level: number): number {
  if (!(level >= 1 && level <= 5)) throw new RangeError(`${level} is not on the scale of 1 to 5`);
  return ((level - 1) / 4) * 100;
}
