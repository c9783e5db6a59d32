import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One embedded store for all test files, unless TEST_MONGODB_URI names another server. */
export default async function setUp() {
  if (process.env.TEST_MONGODB_URI) return;
  const { startEmbeddedMongo } = await import('../../dist/embedded-mongo/start.js');
  const dataDir = await mkdtemp(join(tmpdir(), 'attune-test-'));
  const store = await startEmbeddedMongo({ dataDir });
  process.env.TEST_MONGODB_URI = store.uri;
  globalThis.embeddedTestStore = { store, dataDir };
}
