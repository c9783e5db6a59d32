import type { Connection } from './connection.ts';

/** Builds every index that the schemas declare. May take long on a full store, so it sets its own time limit. */
export async function buildIndexes(connection: Connection): Promise<void> {
  for (const model of Object.values(connection.models)) {
    await model.createCollection({ timeoutMS: 60_000 } as never);
    await model.createIndexes({ timeoutMS: 600_000 });
  }
}

/** Names of collections that lack an index; readiness stays off while there is one. */
export async function missingIndexes(connection: Connection): Promise<string[]> {
  const missing: string[] = [];
  for (const [name, model] of Object.entries(connection.models)) {
    const existing = await model.listIndexes().catch(() => []);
    const wanted = model.schema.indexes().length;
    if (existing.length < wanted + 1) missing.push(name);
  }
  return missing;
}
