import { isDoc, MISSING, type Doc, type Found, type Value } from '../bson/values.ts';

/** A copy with the field at the path; inside arrays it is set in every element. */
export function withField(value: Value, path: readonly string[], found: Found): Value {
  const [head, ...rest] = path;
  if (head === undefined) return found === MISSING ? null : found;
  if (Array.isArray(value)) return value.map((item) => withField(item, path, found));
  const copy: Doc = new Map(isDoc(value) ? value : []);
  if (rest.length > 0) copy.set(head, withField(copy.get(head), rest, found));
  else if (found === MISSING) copy.delete(head);
  else copy.set(head, found);
  return copy;
}
