import { failWith } from '../command-error.ts';
import { isDoc, MISSING, type Found, type Value } from './values.ts';

const MAX_PARTS = 200;

export function splitPath(path: string): string[] {
  const parts = path.split('.', MAX_PARTS + 1);
  return parts.length > MAX_PARTS
    ? failWith('Overflow', `a path may have at most ${MAX_PARTS} parts`)
    : parts;
}
export const isIndex = (part: string): boolean => /^(?:0|[1-9]\d{0,8})$/.test(part);

/** What one step of a path finds, without looking into the elements of arrays. */
export function stepInto(value: Found, part: string): Found {
  if (isDoc(value)) return value.has(part) ? value.get(part) : MISSING;
  if (Array.isArray(value) && isIndex(part) && Number(part) < value.length) return value[Number(part)];
  return MISSING;
}

export type Visit = (found: Found, outerIndex: number | null) => boolean;

/**
 * Calls `visit` for everything that a dotted path reaches, through documents, positions and the elements of arrays,
 * until one call returns true. An array at the end of the path is reported whole; `outerIndex` is the element of the
 * first array on the way, which is what the positional `$` means.
 */
export function someAtPath(root: Value, path: readonly string[], visit: Visit): boolean {
  return walk(root, path, 0, null, visit);
}

function walk(
  value: Found,
  path: readonly string[],
  at: number,
  outer: number | null,
  visit: Visit,
): boolean {
  const part = path[at];
  if (part === undefined) return visit(value, outer);
  if (isDoc(value)) return walk(stepInto(value, part), path, at + 1, outer, visit);
  if (!Array.isArray(value)) return visit(MISSING, outer);
  // MongoDB reads a dot at the end of a path as the array itself.
  if (part === '' && at === path.length - 1 && at > 0 && visit(value, outer)) return true;
  if (isIndex(part) && Number(part) < value.length) {
    if (walk(value[Number(part)], path, at + 1, outer ?? Number(part), visit)) return true;
  }
  return value.some((item, index) => isDoc(item) && walk(item, path, at, outer ?? index, visit));
}
