import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Starts the product that is built in a folder on a demo of its own; `stop` ends it and takes its data away. */
export async function startDemo(root = '.') {
  const dataDir = await mkdtemp(join(tmpdir(), 'attune-pages-'));
  const env = {
    ...process.env,
    ATTUNE_DEMO: 'on',
    DATA_DIR: dataDir,
    PORT: String(await freePort()),
    LOG_LEVEL: 'error',
  };
  const child = spawn(process.execPath, [join(root, 'dist/main.js')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await Promise.race([
    new Promise((resolve) => {
      child.stdout.on('data', (text) => String(text).includes('demo-access.json') && resolve());
    }),
    ended.then(() => Promise.reject(new Error('the demo did not start'))),
  ]);
  const access = JSON.parse(await readFile(join(dataDir, 'demo-access.json'), 'utf8'));
  return {
    ...access,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
