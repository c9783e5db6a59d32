import type { CollectionInfo } from '../storage/catalog-entry.ts';
import type { CommandContext } from './command-context.ts';
import { checkDatabaseName } from './read-fields.ts';

/** Inside a transaction: the collection, made if it is not there. Another command may have made it just before. */
export function ensureCollection({ store, database }: CommandContext, name: string): CollectionInfo {
  checkDatabaseName(database);
  return store.catalog.find(`${database}.${name}`) ?? store.catalog.create(database, name);
}
