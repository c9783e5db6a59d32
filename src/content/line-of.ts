import { isMap, isNode, isScalar, isSeq, type Document, type LineCounter } from 'yaml';

/** Names and positions from the top of a file down to one value. */
export type ContentPath = readonly PropertyKey[];

/** The line of a value, or of the nearest thing around it where the value is missing. */
export function lineOf(document: Document, lines: LineCounter, path: ContentPath): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const step of path) {
    const { at, next } = stepInto(node, step);
    if (at === null) break;
    offset = at;
    node = next;
  }
  return lines.linePos(offset).line;
}

function stepInto(node: unknown, step: PropertyKey): { at: number | null; next: unknown } {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
    return { at: startOf(pair?.key), next: pair?.value };
  }
  if (isSeq(node)) {
    const next = node.items[Number(step)];
    return { at: startOf(next), next };
  }
  return { at: null, next: null };
}

const startOf = (node: unknown): number | null => (isNode(node) ? (node.range?.[0] ?? null) : null);
