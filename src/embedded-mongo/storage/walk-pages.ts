import { readSync } from 'node:fs';

/** The database file as plain pages, while LMDB is not running on it. */
export type PageFile = { readonly fd: number; readonly pageSize: number; readonly size: number };

const HEADER = 24;
const FLAGS_AT = 18;
const LOWER_AT = 20;
const BRANCH = 1;
const LEAF = 2;
const NODE_HEADER = 8;
/** The value of a leaf's entry lies on pages of its own, or is the head of another tree. */
const ON_OWN_PAGES = 1;
const IS_TREE = 2;
const TREE_ROOT_AT = 40;
const NO_PAGE = 0xffffffffffffffffn;

/** Whether the page is there, carries its own number, and belongs to a tree. */
export const isPage = (file: PageFile, number: number): boolean => readPage(file, number) !== null;

/** The first page that the trees under `roots` need and the file does not hold; null when all are there. */
export function findLostPage(file: PageFile, roots: readonly number[]): number | null {
  const waiting = [...roots];
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    const page = readPage(file, number);
    if (!page) return number;
    for (const entry of entriesOf(page)) {
      if (entry.kind === 'tree') waiting.push(entry.page);
      else if ((entry.page + entry.count) * file.pageSize > file.size) return entry.page;
    }
  }
  return null;
}

function readPage({ fd, pageSize, size }: PageFile, number: number): Buffer | null {
  if (!Number.isSafeInteger(number) || (number + 1) * pageSize > size) return null;
  const page = Buffer.alloc(pageSize);
  readSync(fd, page, 0, pageSize, number * pageSize);
  const isTree = (page.readUInt16LE(FLAGS_AT) & (BRANCH | LEAF)) !== 0;
  return isTree && page.readBigUInt64LE(0) === BigInt(number) ? page : null;
}

type Entry =
  | { readonly kind: 'tree'; readonly page: number }
  | { readonly kind: 'pages'; readonly page: number; readonly count: number };

function entriesOf(page: Buffer): Entry[] {
  // Places are counted from behind the header.
  const count = page.readUInt16LE(LOWER_AT) / 2;
  const isBranch = (page.readUInt16LE(FLAGS_AT) & BRANCH) !== 0;
  return Array.from({ length: count }, (_one, at) => HEADER + page.readUInt16LE(HEADER + at * 2)).flatMap(
    (at) => (isBranch ? [{ kind: 'tree' as const, page: page.readUIntLE(at, 6) }] : leafEntry(page, at)),
  );
}

function leafEntry(page: Buffer, at: number): Entry[] {
  const flags = page.readUInt16LE(at + 4);
  const value = at + NODE_HEADER + page.readUInt16LE(at + 6);
  if ((flags & IS_TREE) !== 0) {
    const root = page.readBigUInt64LE(value + TREE_ROOT_AT);
    return root === NO_PAGE ? [] : [{ kind: 'tree', page: Number(root) }];
  }
  if ((flags & ON_OWN_PAGES) === 0) return [];
  const count = Math.ceil((HEADER + page.readUInt32LE(at)) / page.length);
  return [{ kind: 'pages', page: Number(page.readBigUInt64LE(value)), count }];
}
