import { join } from 'node:path';
import { open, type Database, type RootDatabase } from 'lmdb';
import { hasRoom } from './has-room.ts';
import { inspectFile } from './inspect-file.ts';

type Bytes = Database<Buffer, Buffer>;

/** The tables of the store: what there is, the documents, and the entries of the indexes. */
export type Storage = {
  readonly environment: RootDatabase<Buffer, Buffer>;
  readonly meta: Bytes;
  readonly catalog: Bytes;
  readonly records: Bytes;
  readonly entries: Bytes;
  readonly replies: Bytes;
  /** LMDB cannot be trusted to come through a full disk, so writing ends before. */
  readonly hasRoom: () => boolean;
};

export const FORMAT_VERSION = '1';
/** The size this store is made for, mapped once: with every growth of the map the one before would stay in memory. */
const MAP_BYTES = 4 * 1024 ** 3;
/**
 * How many free pages LMDB holds in memory. It looks over all that it holds at each commit, so that after many documents
 * were written at once, each small commit took 0.2 s of processor time. It takes up others when these are used.
 */
const FREE_PAGES = { maxFreeSpaceToLoad: 1000, maxFreeSpaceToRetain: 1000 };
const BINARY = { encoding: 'binary', keyEncoding: 'binary' } as const;

export function openStorage(path: string): Storage {
  const wrong = inspectFile(join(path, 'data.mdb'));
  if (wrong !== null) throw new DamagedFile(wrong);
  // Each commit is written, flushed, and only then pointed to: the plain way of LMDB, which survives a power cut.
  const environment = open<Buffer, Buffer>({
    path,
    maxDbs: 8,
    mapSize: MAP_BYTES,
    overlappingSync: false,
    ...FREE_PAGES,
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
    hasRoom: () => hasRoom(path),
  };
}

export const FORMAT_KEY = Buffer.from('format');

export class DamagedFile extends Error {}
