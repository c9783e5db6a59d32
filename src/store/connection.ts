import mongoose from 'mongoose';
import { noteEvents } from './written-events.ts';

/** Set once for every model: a mistyped field in a filter or an update is an error, never silently dropped. */
const STRICT = {
  strict: 'throw',
  strictQuery: 'throw',
  autoIndex: false,
  autoCreate: false,
  versionKey: false,
  // An event without facts carries `{}`; dropping it on the way to the disk would keep it from the audit trail.
  minimize: false,
} as const;

export type Connection = mongoose.Connection;

/** While the embedded store builds the indexes of many documents it answers nobody, its watchers neither. */
const BUILDING_MS = 600_000;

/** A hurried connection serves requests and gives up soon; a patient one builds indexes and copies data. */
type Patience = 'hurried' | 'patient';

/** Connects to MongoDB or to the embedded store, which look alike from here. Fails within about two seconds. */
export async function connect(
  uri: string,
  dbName?: string,
  patience: Patience = 'hurried',
): Promise<Connection> {
  return mongoose
    .createConnection(uri, {
      ...(dbName === undefined ? {} : { dbName }),
      // No second try of a read: after a silent store it would keep the person waiting for longer than three seconds.
      ...(patience === 'hurried'
        ? { socketTimeoutMS: 2500, waitQueueTimeoutMS: 2000, retryReads: false }
        : { connectTimeoutMS: BUILDING_MS }),
      serverSelectionTimeoutMS: 2000,
      bufferCommands: false,
      autoIndex: false,
      autoCreate: false,
      maxPoolSize: 20,
      // Only text that was text is ever written; looking at each letter of it again is a third of reading a row.
      enableUtf8Validation: false,
    })
    .asPromise();
}

/**
 * A schema with the house's strictness. Every collection but three belongs to one organisation. Where documents hold
 * events, their writes are noted for the relay.
 */
export function strictSchema<Definition extends mongoose.SchemaDefinition>(definition: Definition) {
  const schema = new mongoose.Schema(definition, STRICT);
  if ('outbox' in definition) noteEvents(schema as never);
  return schema;
}

export { Schema } from 'mongoose';

/** MongoDB's code for a unique key that is taken. */
export function isDuplicateKey(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 11_000;
}
