import { mkdtemp, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export default async function setUp() {
  await Promise.all([readShelf(), startStore()]);
}

/** Reads the assessments once for all test files. */
async function readShelf() {
  const { loadAssessments } = await import('../../dist/content/load-assessments.js');
  const content = loadAssessments('assessments');
  if (content.kind === 'refused') throw new Error(JSON.stringify(content.problems, null, 1));
  const folder = await mkdtemp(join(tmpdir(), 'attune-shelf-'));
  process.env.TEST_SHELF = join(folder, 'shelf.json');
  await writeFile(process.env.TEST_SHELF, JSON.stringify(content.shelf));
  globalThis.testShelfFolder = folder;
}

/** One embedded store for all test files, unless TEST_MONGODB_URI names another server. */
async function startStore() {
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
