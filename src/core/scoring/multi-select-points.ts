const POINTS_EACH = 4;

/**
 * Choose k of n: four points for every keyed option among the chosen. Null where more options were chosen than the key
 * has, where one was chosen twice, and for an empty key.
 */
export function multiSelectPoints(
  chosen: readonly string[],
  key: readonly string[],
): { readonly points: number; readonly proportion: number } | null {
  if (key.length === 0 || chosen.length > key.length || new Set(chosen).size < chosen.length) return null;
  const hits = chosen.filter((option) => key.includes(option)).length;
  return { points: POINTS_EACH * hits, proportion: hits / key.length };
}
