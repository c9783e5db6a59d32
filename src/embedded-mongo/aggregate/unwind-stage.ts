import { isDoc, MISSING, type Doc, type Found, type Value } from '../bson/values.ts';
import { failWith } from '../command-error.ts';
import type { Stage } from './stage.ts';

type Unwind = {
  readonly path: readonly string[];
  readonly keepEmpty: boolean;
  readonly indexName: string | null;
};

export function unwindStage(operand: Value): Stage {
  const unwind = parseUnwind(operand);
  return { take: (docs) => docs.flatMap((doc) => unwindDoc(doc, unwind)), end: () => [] };
}

function parseUnwind(operand: Value): Unwind {
  const spec: Doc = isDoc(operand) ? operand : new Map([['path', operand]]);
  const wrong = [...spec.keys()].find(
    (name) => !['path', 'preserveNullAndEmptyArrays', 'includeArrayIndex'].includes(name),
  );
  if (wrong !== undefined) failWith('FailedToParse', `unrecognized option to $unwind stage: ${wrong}`);
  const path = spec.get('path');
  if (typeof path !== 'string' || !/^\$[^$.]/.test(path)) {
    return failWith('FailedToParse', "path option to $unwind stage should be prefixed with a '$'");
  }
  const name = spec.get('includeArrayIndex');
  return {
    path: path.slice(1).split('.'),
    keepEmpty: spec.get('preserveNullAndEmptyArrays') === true,
    indexName: typeof name === 'string' ? name : null,
  };
}

function unwindDoc(doc: Doc, { path, keepEmpty, indexName }: Unwind): Doc[] {
  const value = path.reduce<Found>(
    (here, part) => (isDoc(here) && here.has(part) ? here.get(part) : MISSING),
    doc,
  );
  const place = (found: Found, index: number | null): Doc => {
    const result = withValue(doc, path, found);
    if (indexName !== null) result.set(indexName, index === null ? null : BigInt(index));
    return result;
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
