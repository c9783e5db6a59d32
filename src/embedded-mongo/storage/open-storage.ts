import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { open, type Database, type RootDatabase } from 'lmdb';

type Bytes = Database<Buffer, Buffer>;

/** The tables of the store: what there is, the documents, and the entries of the indexes. */
export type Storage = {
  readonly environment: RootDatabase<Buffer, Buffer>;
  readonly meta: Bytes;
  readonly catalog: Bytes;
  readonly records: Bytes;
  readonly entries: Bytes;
  readonly replies: Bytes;
};

export const FORMAT_VERSION = '1';
/** The size this store is made for, mapped once: with every growth of the map the one before would stay in memory. */
const MAP_BYTES = 4 * 1024 ** 3;
const BINARY = { encoding: 'binary', keyEncoding: 'binary' } as const;

export function openStorage(path: string): Storage {
  refuseForeignFile(join(path, 'data.mdb'));
  // Each commit is written, flushed, and only then pointed to: the plain way of LMDB, which survives a power cut.
  const environment = open<Buffer, Buffer>({
    path,
    maxDbs: 8,
    mapSize: MAP_BYTES,
    overlappingSync: false,
    ...BINARY,
  });
  const table = (name: string): Bytes => environment.openDB<Buffer, Buffer>({ name, ...BINARY });
  return {
    environment,
    meta: table('meta'),
    catalog: table('catalog'),
    records: table('records'),
    entries: table('entries'),
    replies: table('replies'),
  };
}

export const FORMAT_KEY = Buffer.from('format');

const MAGIC = 0xbeefc0de;
const MAGIC_AT = 24;
const PAGE = 4096;

/** LMDB ends the whole process on a file that is not its own, so both head pages are looked at first. */
function refuseForeignFile(path: string): void {
  if (!existsSync(path)) return;
  const head = Buffer.alloc(2 * PAGE);
  const file = openSync(path, 'r');
  const length = readSync(file, head, 0, head.length, 0);
  closeSync(file);
  if (length === 0) return;
  const own = [MAGIC_AT, PAGE + MAGIC_AT].every((at) => head.readUInt32LE(at) === MAGIC);
  if (length < head.length || !own) throw new DamagedFile(`${path} is not a database of the embedded store`);
}

export class DamagedFile extends Error {}
