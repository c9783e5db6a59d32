import type { TestApp } from './test-app.ts';

/** Collections of the whole database in which this text occurs anywhere. */
export async function whereIs(test: TestApp, text: string): Promise<string[]> {
  const { db } = test.connection;
  if (!db) throw new Error('not connected');
  const hits: string[] = [];
  for (const { name } of await db.listCollections().toArray()) {
    const rows = await db.collection(name).find({}).toArray();
    if (JSON.stringify(rows).includes(text)) hits.push(name);
  }
  return hits.sort();
}
