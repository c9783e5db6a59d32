import { rm } from 'node:fs/promises';

export default async function tearDown() {
  await rm(globalThis.testShelfFolder, { recursive: true, force: true });
  const running = globalThis.embeddedTestStore;
  if (!running) return;
  await running.store.close();
  await rm(running.dataDir, { recursive: true, force: true });
}
