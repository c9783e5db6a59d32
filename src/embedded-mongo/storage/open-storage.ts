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
const BINARY = { encoding: 'binary', keyEncoding: 'binary' } as const;

export function openStorage(path: string): Storage {
  const environment = open<Buffer, Buffer>({ path, maxDbs: 8, ...BINARY });
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

/** Nothing stored yet: writes the format. Another format: null stands for "this build cannot read it". */
export function claimFormat(storage: Storage): string | null {
  const known = storage.meta.getBinary(FORMAT_KEY)?.toString();
  if (known === undefined) storage.meta.putSync(FORMAT_KEY, Buffer.from(FORMAT_VERSION));
  return known === undefined || known === FORMAT_VERSION ? FORMAT_VERSION : null;
}
