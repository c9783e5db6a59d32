import { createCalibrationSetStore } from './calibration-set-store.ts';
import { connect, type Connection } from './connection.ts';
import { fillSlots } from './fill-slots.ts';
import { createKeyVersionStore } from './key-version-store.ts';
import { createPanelExpertStore } from './panel-expert-store.ts';
import { createStores } from './stores.ts';

/** Mongoose types an index by more options than one has. */
type IndexSpecs = Parameters<Connection['models'][string]['collection']['createIndexes']>[0];

/** Builds every index of the product, over a connection of its own that has the time it takes. */
export async function buildAllIndexes(uri: string, dbName?: string): Promise<void> {
  const connection = await connect(uri, dbName, 'patient');
  createStores(connection);
  createKeyVersionStore(connection);
  createCalibrationSetStore(connection);
  createPanelExpertStore(connection);
  // Before the indexes, whose absence says that it is due: one that was cut off is done again at the next start.
  if ((await missingIndexes(connection)).includes('standings')) await fillSlots(connection);
  await buildIndexes(connection);
  await connection.close();
}

/** Fewer than a connection serves at once, so that none waits in the queue until its patience ends. */
const SIDE_BY_SIDE = 8;

/** Builds the indexes of the models that this connection knows; some collections side by side, each by itself in order. */
export async function buildIndexes(connection: Connection): Promise<void> {
  const models = Object.values(connection.models);
  for (let at = 0; at < models.length; at += SIDE_BY_SIDE) {
    await Promise.all(
      models.slice(at, at + SIDE_BY_SIDE).map(async (model) => {
        await model.createCollection();
        const specs = model.schema.indexes().map(([key, options]) => ({ ...options, key }));
        // All of a collection in one command; Mongoose would send one for each.
        if (specs.length > 0) await model.collection.createIndexes(specs as IndexSpecs);
      }),
    );
  }
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
