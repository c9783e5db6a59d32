/** The scale of every rubric: five levels. */
const FIVE_LEVELS = { min: 1, max: 5 };

/** A level, also between two levels, on 0…100: (level − min) / (max − min) × 100. A level off the scale is a fault. */
export function levelToScore(level: number, { min, max } = FIVE_LEVELS): number {
  if (!(level >= min && level <= max))
    throw new RangeError(`${level} is not on the scale of ${min} to ${max}`);
  return ((level - min) / (max - min)) * 100;
}
