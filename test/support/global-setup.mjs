import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quickFolder } from '../../scripts/sittings/quick-folder.mjs';

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
  const dataDir = await mkdtemp(join(quickFolder(), 'attune-test-'));
  const store = await startEmbeddedMongo({ dataDir });
  process.env.TEST_MONGODB_URI = store.uri;
  globalThis.embeddedTestStore = { store, dataDir };
}
