import { compareValues } from '../bson/compare-values.ts';
import { toDouble, isNumeric } from '../bson/numbers.ts';
import { someAtPath, splitPath } from '../bson/paths.ts';
import { MISSING, type Doc, type Value } from '../bson/values.ts';
import { failWith, refuse } from '../command-error.ts';

type SortField = {
  readonly name: string;
  readonly path: readonly string[];
  readonly direction: 1 | -1;
};
export type Sort = readonly SortField[];

export function parseSort(doc: Doc): Sort {
  return [...doc].map(([name, value]) => {
    if (value instanceof Map) return refuse('sorting by $meta', 'BadValue');
    if (!isNumeric(value)) return failWith(15974, `Illegal key in $sort specification: ${name}`);
    const direction = toDouble(value);
    if (direction !== 1 && direction !== -1)
      return failWith(15975, `$sort key ordering must be 1 (for ascending) or -1 (for descending): ${name}`);
    if (name === '') failWith(40352, 'FieldPath cannot be constructed with empty string');
    if (name.startsWith('$') && name !== '$natural')
      failWith(16410, `FieldPath field names may not start with '$': ${name}`);
    return { name, path: splitPath(name), direction };
  });
}

/** The values by which a document is placed: the lowest element of an array going up, the highest going down. */
export function sortKeyOf(doc: Doc, sort: Sort): Value[] {
  return sort.map(({ path, direction }) => {
    let best: Value | typeof MISSING = MISSING;
    const offer = (value: Value) => {
      if (best === MISSING || compareValues(value, best) * direction < 0) best = value;
    };
    someAtPath(doc, path, (found) => {
      if (Array.isArray(found) && found.length > 0) found.forEach(offer);
      else offer(found === MISSING ? null : Array.isArray(found) ? undefined : found);
      return false;
    });
    return best === MISSING ? null : best;
  });
}

export function compareSortKeys(a: readonly Value[], b: readonly Value[], sort: Sort): number {
  for (const [index, { direction }] of sort.entries()) {
    const order = compareValues(a[index], b[index]);
    if (order !== 0) return order * direction;
  }
  return 0;
}
