/**
 * Conditional SEM of x right among n items scored 0 or 1 (Lord 1955): √(x (n − x) / (n − 1)), in items. Null for fewer
 * than two items.
 */
export function conditionalSem(right: number, items: number): number | null {
  if (!(right >= 0 && right <= items)) throw new RangeError('the number right lies between 0 and the items');
  return items < 2 ? null : Math.sqrt((right * (items - right)) / (items - 1));
}
