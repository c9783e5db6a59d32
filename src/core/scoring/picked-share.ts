/**
 * Partial credit of one picked option: (v − min v) / (max v − min v) over the values of its situation, 0 to 1. Assumes
 * values of effectiveness frozen in a key. Null where the values do not spread: nothing tells the options apart.
 */
export function pickedShare(picked: number, values: readonly number[]): number | null {
  const lowest = Math.min(...values);
  const spread = Math.max(...values) - lowest;
  return spread > 0 ? (picked - lowest) / spread : null;
}
