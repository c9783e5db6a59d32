import { endOfName, isAt, lengthOf } from '../bson/element-bytes.ts';
import type { Projection, ProjectionNode } from './parse-projection.ts';

/** A projection that goes by names alone. `inner` is null where the name means the whole value. */
export type Selection = { readonly includes: boolean; readonly fields: readonly SelectedField[] };
type SelectedField = { readonly spelled: Buffer; readonly inner: Selection | null };

type Copy = { readonly from: Buffer; to: Buffer; at: number };
type Element = {
  readonly type: number;
  readonly start: number;
  readonly value: number;
  readonly end: number;
};

const DOCUMENT = 0x03;
const ARRAY = 0x04;

/** Null where a value decides (`$slice`, `$elemMatch`, the positional `$`, an expression). */
export function selectionOf({ fields, includes, keepsId }: Projection): Selection | null {
  const own = fieldsByName(fields, includes);
  if (own === null || fields.has('_id') || keepsId !== includes) return own && { includes, fields: own };
  return { includes, fields: [{ spelled: Buffer.from('_id'), inner: null }, ...own] };
}

function fieldsByName(fields: Projection['fields'], includes: boolean): SelectedField[] | null {
  const found: SelectedField[] = [];
  for (const [name, node] of fields) {
    const inner = innerOf(node, includes);
    if (inner === undefined) return null;
    found.push({ spelled: Buffer.from(name), inner });
  }
  return found;
}

function innerOf(node: ProjectionNode, includes: boolean): Selection | null | undefined {
  if (node.kind === (includes ? 'include' : 'exclude')) return null;
  if (node.kind !== 'tree') return undefined;
  const fields = fieldsByName(node.fields, includes);
  return fields === null ? undefined : { includes, fields };
}

/**
 * What `applyProjection` gives, copied from the bytes of a stored document without reading one value: most of the time of
 * a long list went into values that only travelled.
 */
export function projectBytes(bytes: Buffer, selection: Selection): Buffer {
  const copy: Copy = { from: bytes, to: Buffer.allocUnsafe(bytes.length), at: 0 };
  copyDocument(copy, 0, selection);
  const result = copy.to.subarray(0, copy.at);
  // A small part does not keep the memory of a large document.
  return result.length * 2 < bytes.length ? Buffer.from(result) : result;
}

function copyDocument(copy: Copy, start: number, selection: Selection): void {
  const begin = openDocument(copy);
  for (const element of elementsOf(copy.from, start)) {
    const { start: from, value, end } = element;
    const field = selection.fields.find(({ spelled }) => isAt(copy.from, from + 1, value - 1, spelled));
    if (field?.inner && isNested(element)) {
      take(copy, from, value);
      copyNested(copy, element, field.inner);
    } else if ((field?.inner === null) === selection.includes) take(copy, from, end);
  }
  closeDocument(copy, begin);
}

/** Items without the fields fall out of a list, so the other ones are numbered anew. */
function copyArray(copy: Copy, start: number, selection: Selection): void {
  const begin = openDocument(copy);
  let index = 0;
  for (const element of elementsOf(copy.from, start)) {
    const nested = isNested(element);
    if (!nested && selection.includes) continue;
    openItem(copy, element, index);
    if (nested) copyNested(copy, element, selection);
    else take(copy, element.value, element.end);
    index += 1;
  }
  closeDocument(copy, begin);
}

function openItem(copy: Copy, { type, start }: Element, index: number): void {
  const name = `${index}\0`;
  // Documents are kept as they were sent, and nobody has to number a list as we do: the new name may be the longer one.
  const needed = copy.at + 1 + name.length + copy.from.length - start;
  if (needed > copy.to.length) {
    const larger = Buffer.allocUnsafe(needed * 2);
    copy.to.copy(larger, 0, 0, copy.at);
    copy.to = larger;
  }
  copy.to[copy.at] = type;
  copy.at += 1 + copy.to.write(name, copy.at + 1, 'latin1');
}

const isNested = ({ type }: Element): boolean => type === DOCUMENT || type === ARRAY;

function copyNested(copy: Copy, { type, value }: Element, selection: Selection): void {
  if (type === ARRAY) copyArray(copy, value, selection);
  else copyDocument(copy, value, selection);
}

function* elementsOf(bytes: Buffer, start: number): Generator<Element> {
  const end = start + bytes.readInt32LE(start) - 1;
  for (let at = start + 4; at < end;) {
    const type = bytes[at] ?? 0;
    const value = endOfName(bytes, at + 1) + 1;
    const next = value + lengthOf(bytes, type, value);
    yield { type, start: at, value, end: next };
    at = next;
  }
}

function take(copy: Copy, from: number, end: number): void {
  copy.at += copy.from.copy(copy.to, copy.at, from, end);
}

function openDocument(copy: Copy): number {
  copy.at += 4;
  return copy.at - 4;
}

function closeDocument(copy: Copy, begin: number): void {
  copy.to[copy.at] = 0;
  copy.at += 1;
  copy.to.writeInt32LE(copy.at - begin, begin);
}
