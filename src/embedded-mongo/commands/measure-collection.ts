import { Turns } from '../query/find-documents.ts';
import type { CollectionInfo } from '../storage/catalog-entry.ts';
import type { Storage } from '../storage/open-storage.ts';
import { rangeOf } from '../storage/table-keys.ts';

type Extent = { readonly count: number; readonly bytes: number };
export type CollectionSize = { readonly documents: Extent; readonly indexes: ReadonlyMap<string, number> };

const PIECE = 1000;

/** Bytes of the documents and of the keys of each index, counted one by one; other commands have their turns. */
export async function measureCollection(
  storage: Storage,
  collection: CollectionInfo,
): Promise<CollectionSize> {
  const documents = await measure(storage.records, collection.number, ({ value }) => value.length);
  const indexes = new Map<string, number>();
  for (const { name, number } of collection.indexes) {
    const { bytes } = await measure(storage.entries, number, ({ key }) => key.length);
    indexes.set(name, bytes);
  }
  return { documents, indexes };
}

async function measure(
  table: Storage['records'],
  number: number,
  sizeOf: (row: { key: Buffer; value: Buffer }) => number,
): Promise<Extent> {
  const { start, end } = rangeOf(number);
  const turns = new Turns();
  let last: Buffer | null = null;
  let count = 0;
  let bytes = 0;
  for (;;) {
    const from: Buffer | null = last;
    const rows: { key: Buffer; value: Buffer }[] = [
      ...table.getRange({ start: from ?? start, end, exclusiveStart: from !== null, limit: PIECE }),
    ];
    bytes += rows.reduce((sum, row) => sum + sizeOf(row), 0);
    count += rows.length;
    last = rows.at(-1)?.key ?? null;
    if (rows.length < PIECE) return { count, bytes };
    await turns.pause();
  }
}
