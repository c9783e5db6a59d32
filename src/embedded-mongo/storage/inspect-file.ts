import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { findLostPage, isPage, type PageFile } from './walk-pages.ts';

const MAGIC = 0xbeefc0de;
const DATA_VERSION = 2;
/** Where the head page of LMDB keeps what is looked at here. */
const AT = { magic: 24, version: 28, pageSize: 48, freeRoot: 88, mainRoot: 136, lastPage: 144, commit: 152 };
const HEAD = 160;
const NO_PAGE = 0xffffffffffffffffn;

/**
 * LMDB ends the whole process when it meets a file that is not its own, or one that ends before a page it needs. So the
 * file is looked at first, without LMDB. Returns what is wrong with it, or null.
 */
export function inspectFile(path: string): string | null {
  if (!existsSync(path)) return null;
  const fd = openSync(path, 'r');
  try {
    return inspect(path, fd);
  } finally {
    closeSync(fd);
  }
}

function inspect(path: string, fd: number): string | null {
  const { size } = fstatSync(fd);
  if (size === 0) return `${path} is empty; if nothing was ever stored here, delete that file`;
  const first = readHead(fd, 0);
  const pageSize = first.readUInt32LE(AT.pageSize);
  const heads = [first, readHead(fd, pageSize)];
  if (!heads.every((head) => head.readUInt32LE(AT.magic) === MAGIC))
    return `${path} is not a database of the embedded store`;
  const other = heads.find((head) => head.readUInt32LE(AT.version) !== DATA_VERSION);
  if (other) return `${path} has the unknown file format ${other.readUInt32LE(AT.version)}`;
  return inspectPages(path, { fd, pageSize, size }, newest(heads));
}

function readHead(fd: number, at: number): Buffer {
  const head = Buffer.alloc(HEAD);
  readSync(fd, head, 0, HEAD, at);
  return head;
}

/** Each commit writes one of the two heads, in turn. */
const newest = ([a, b]: Buffer[]): Buffer =>
  a && b && a.readBigUInt64LE(AT.commit) > b.readBigUInt64LE(AT.commit) ? a : (b ?? Buffer.alloc(HEAD));

function inspectPages(path: string, file: PageFile, head: Buffer): string | null {
  const roots = [head.readBigUInt64LE(AT.freeRoot), head.readBigUInt64LE(AT.mainRoot)]
    .filter((root) => root !== NO_PAGE)
    .map(Number);
  if (!roots.every((root) => isPage(file, root))) return `${path} is cut off or overwritten`;
  // Pages given back before they were written may lie behind the end: then only a walk can tell what is missing.
  if (file.size >= (Number(head.readBigUInt64LE(AT.lastPage)) + 1) * file.pageSize) return null;
  const lost = findLostPage(file, roots);
  return lost === null ? null : `${path} is cut off: page ${lost} is missing`;
}
