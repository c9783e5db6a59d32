export type LevelId = number | string;

/** The different ids of a column in rising order, and for every row the place of its id among them. */
export interface IndexedLevels {
  readonly ids: readonly LevelId[];
  readonly places: readonly number[];
}

/** Numbers before texts, each in rising order. */
export function indexLevels(column: readonly LevelId[]): IndexedLevels {
  const ids = [...new Set(column)].sort(inOrder);
  const place = new Map(ids.map((id, index) => [id, index]));
  return { ids, places: column.map((id) => place.get(id) ?? -1) };
}

function inOrder(a: LevelId, b: LevelId): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'number' || typeof b === 'number') return typeof a === 'number' ? -1 : 1;
  return a < b ? -1 : 1;
}
