import { connect, type Connection } from './connection.ts';
import { createKeyVersionStore } from './key-version-store.ts';
import { createStores } from './stores.ts';

/** Builds every index of the product, over a connection of its own that has the time it takes. */
export async function buildAllIndexes(uri: string, dbName?: string): Promise<void> {
  const connection = await connect(uri, dbName, 'patient');
  createStores(connection);
  createKeyVersionStore(connection);
  await buildIndexes(connection);
  await connection.close();
}

/** Builds the indexes of the models that this connection knows; collections side by side, each by itself in order. */
export async function buildIndexes(connection: Connection): Promise<void> {
  await Promise.all(
    Object.values(connection.models).map(async (model) => {
      await model.createCollection();
      await model.createIndexes();
    }),
  );
}

/** Names of collections that lack an index; readiness stays off while there is one. */
export async function missingIndexes(connection: Connection): Promise<string[]> {
  const missing: string[] = [];
  for (const [name, model] of Object.entries(connection.models)) {
    // The index on _id is always there and never declared.
    if ((await countIndexes(model)) < model.schema.indexes().length + 1) missing.push(name);
  }
  return missing;
}

async function countIndexes(model: Connection['models'][string]): Promise<number> {
  try {
    return (await model.listIndexes()).length;
  } catch (error) {
    if (isMissingCollection(error)) return 0;
    throw error;
  }
}

/** MongoDB's code for a collection that does not exist. */
function isMissingCollection(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 26;
}
