import { MongoStore } from 'connect-mongo';
import type { Connection } from './connection.ts';

/** Web sessions of staff in the same store, over Mongoose's own client. */
export function createWebSessionStore(connection: Connection): MongoStore {
  return MongoStore.create({
    client: connection.getClient() as never,
    dbName: connection.name,
    collectionName: 'webSessions',
    autoRemove: 'interval',
    autoRemoveInterval: 10,
    stringify: false,
    // A login lasts half a day; renewing it on every page would cost each of them a durable write.
    touchAfter: 300,
  });
}
