import { mkdtemp, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One embedded store for all test files, unless TEST_MONGODB_URI names another server. */
export default async function setUp() {
  if (process.env.TEST_MONGODB_URI) return;
  const { startEmbeddedMongo } = await import('../../dist/embedded-mongo/start.js');
  const dataDir = await mkdtemp(join(await quickFolder(), 'attune-test-'));
  const store = await startEmbeddedMongo({ dataDir });
  process.env.TEST_MONGODB_URI = store.uri;
  globalThis.embeddedTestStore = { store, dataDir };
}

const MEMORY = '/dev/shm';
const ENOUGH_BYTES = 1024 ** 3;

/** Memory where there is plenty, so that thousands of durable writes do not wait for a disk; durability has its own judges. */
async function quickFolder() {
  const room = await statfs(MEMORY).catch(() => null);
  return room !== null && room.bavail * room.bsize >= ENOUGH_BYTES ? MEMORY : tmpdir();
}
