import { splitPath } from '../bson/paths.ts';
import { isDoc, MISSING, type Doc, type Found, type Value } from '../bson/values.ts';
import { failWith } from '../command-error.ts';
import type { Stage } from './stage.ts';
import { withField } from './with-field.ts';

type Unwind = {
  readonly path: readonly string[];
  readonly keepEmpty: boolean;
  readonly indexPath: readonly string[] | null;
};

export function unwindStage(operand: Value): Stage {
  const unwind = parseUnwind(operand);
  return { take: (docs) => docs.flatMap((doc) => unwindDoc(doc, unwind)), end: () => [] };
}

function parseUnwind(operand: Value): Unwind {
  if (!isDoc(operand) && typeof operand !== 'string')
    failWith(15981, 'expected either a string or an object as specification for $unwind stage');
  const spec: Doc = isDoc(operand) ? operand : new Map([['path', operand]]);
  const wrong = [...spec.keys()].find(
    (name) => !['path', 'preserveNullAndEmptyArrays', 'includeArrayIndex'].includes(name),
  );
  if (wrong !== undefined) failWith(28811, `unrecognized option to $unwind stage: ${wrong}`);
  if (!spec.has('path')) failWith(28812, 'no path specified to $unwind stage');
  const path = spec.get('path');
  if (typeof path !== 'string') return failWith(28808, 'expected a string as the path for $unwind stage');
  if (!/^\$[^$.]/.test(path)) {
    return failWith(28818, "path option to $unwind stage should be prefixed with a '$'");
  }
  const name = spec.get('includeArrayIndex');
  return {
    path: splitPath(path.slice(1)),
    keepEmpty: keepsEmpty(spec.get('preserveNullAndEmptyArrays')),
    indexPath: name === undefined ? null : parseIndexPath(name),
  };
}

function keepsEmpty(value: Value): boolean {
  if (value === undefined) return false;
  return typeof value === 'boolean'
    ? value
    : failWith(28809, 'expected a boolean for the preserveNullAndEmptyArrays option to $unwind stage');
}

function parseIndexPath(name: Value): string[] {
  if (typeof name !== 'string' || name === '')
    return failWith(28810, 'expected a non-empty string for the includeArrayIndex option to $unwind stage');
  if (name.startsWith('$'))
    failWith(28822, 'includeArrayIndex option to $unwind stage should not be prefixed with a $');
  return splitPath(name);
}

function unwindDoc(doc: Doc, { path, keepEmpty, indexPath }: Unwind): Doc[] {
  const value = path.reduce<Found>(
    (here, part) => (isDoc(here) && here.has(part) ? here.get(part) : MISSING),
    doc,
  );
  const place = (found: Found, index: number | null): Doc => {
    const result = withValue(doc, path, found);
    if (!indexPath) return result;
    const numbered = withField(result, indexPath, index === null ? null : BigInt(index));
    return isDoc(numbered) ? numbered : result;
  };
  if (Array.isArray(value) && value.length > 0) return value.map((item, index) => place(item, index));
  if (Array.isArray(value)) return keepEmpty ? [place(MISSING, null)] : [];
  const nothing = value === MISSING || value === null || value === undefined;
  return nothing && !keepEmpty ? [] : [place(value, null)];
}

function withValue(doc: Doc, path: readonly string[], found: Found): Doc {
  const [head = '', ...rest] = path;
  const copy = new Map(doc);
  const inner = copy.get(head);
  if (rest.length > 0) {
    if (isDoc(inner)) copy.set(head, withValue(inner, rest, found));
  } else if (found === MISSING) copy.delete(head);
  else copy.set(head, found);
  return copy;
}
