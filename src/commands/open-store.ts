import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Config } from '../config.ts';
import { startEmbeddedMongo } from '../embedded-mongo/start.ts';
import { secretOfDirectory } from '../ops/secret-file.ts';
import { connect, type Connection } from '../store/connection.ts';
import { buildAllIndexes } from '../store/indexes.ts';

export interface OpenedStore {
  readonly connection: Connection;
  readonly secret: string;
  readonly close: () => Promise<void>;
}

const DATABASE = 'attune';
const Published = z.object({ uri: z.string() });

/**
 * The store for a command: the one of MONGODB_URI, or the embedded one, joined where a server runs on the data directory
 * and opened where none does. Patient: a command may write for minutes.
 */
export async function openStore(config: Config): Promise<OpenedStore> {
  if (config.mongodbUri !== null) {
    const connection = await connect(config.mongodbUri, undefined, 'patient');
    return { connection, secret: config.secret ?? '', close: () => connection.close() };
  }
  const secret = config.secret ?? secretOfDirectory(config.dataDir);
  const joined = await joinRunning(config.dataDir);
  if (joined !== null) return { connection: joined, secret, close: () => joined.close() };
  const embedded = await startEmbeddedMongo({ dataDir: config.dataDir });
  await buildAllIndexes(embedded.uri, DATABASE);
  const connection = await connect(embedded.uri, DATABASE, 'patient');
  return {
    connection,
    secret,
    close: async () => {
      await connection.close();
      await embedded.close();
    },
  };
}

/** Null where no server runs, or one that was killed and left its address behind. */
async function joinRunning(dataDir: string): Promise<Connection | null> {
  const file = join(dataDir, 'store.json');
  if (!existsSync(file)) return null;
  const { uri } = Published.parse(JSON.parse(readFileSync(file, 'utf8')));
  return connect(uri, DATABASE, 'patient').catch(() => null);
}
