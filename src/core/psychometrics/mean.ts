/** Arithmetic mean. Needs at least one value; an empty list is a fault of the caller and throws. */
export function mean(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('the mean of nothing does not exist');
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
