import type { Catalog } from './catalog.ts';
import { namespaceOf } from './catalog-entry.ts';
import { FORMAT_KEY, FORMAT_VERSION, type Storage } from './open-storage.ts';
import { rangeOf } from './table-keys.ts';

export type Integrity =
  | { readonly kind: 'sound' }
  | { readonly kind: 'unknown-format'; readonly why: string }
  | { readonly kind: 'damaged-data'; readonly why: string };

/** What can be seen quickly at every start: the format, the catalog, and one `_id` for every document. */
export function checkIntegrity(storage: Storage, catalog: Catalog): Integrity {
  const format = storage.meta.getBinary(FORMAT_KEY)?.toString();
  if (format === undefined) storage.meta.putSync(FORMAT_KEY, Buffer.from(FORMAT_VERSION));
  else if (format !== FORMAT_VERSION) return { kind: 'unknown-format', why: `format ${format}` };
  const count = (table: 'records' | 'entries', number: number) =>
    storage[table].getKeysCount(rangeOf(number));
  const wrong = catalog.list().find(({ number, indexes }) => {
    const id = indexes.find(({ name }) => name === '_id_');
    return id === undefined || count('records', number) !== count('entries', id.number);
  });
  return wrong
    ? {
        kind: 'damaged-data',
        why: `${namespaceOf(wrong)} and its index on _id do not have the same number of documents`,
      }
    : { kind: 'sound' };
}
