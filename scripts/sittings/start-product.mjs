import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';

const WAIT_MS = 30_000;

/** Whatever ends a judge, nothing it has started runs on. */
const running = new Set();
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));
process.once('SIGTERM', () => process.exit(1));

function run(args, options) {
  const child = spawn(process.execPath, args, options);
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** The product of a build as a process of its own; `again` starts it anew on the same port and data. */
export async function startProduct(root, { port, dataDir, env = {} }) {
  const url = `http://127.0.0.1:${port}`;
  let child = null;

  async function again() {
    child = run([join(root, 'dist/main.js')], {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        ATTUNE_DEMO: 'off',
        LOG_LEVEL: 'fatal',
        HOST: '127.0.0.1',
        PORT: String(port),
        DATA_DIR: dataDir,
        ...env,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await said(child, 'Attune runs at');
  }

  await again();
  return {
    url,
    again,
    pid: () => child.pid,
    kill: () => end(child, 'SIGKILL'),
    stop: () => end(child, 'SIGTERM'),
  };
}

/** The embedded store as a process of its own; `again` starts it anew on the same port and data. */
export async function startStore(root, { port, dataDir }) {
  let child = null;
  let uri = '';
  async function again() {
    const args = [join(root, 'dist/commands/embedded-mongo.js'), '--data', dataDir, '--port', String(port)];
    child = run(args, { stdio: ['ignore', 'pipe', 'inherit'] });
    uri = (await said(child, 'mongodb://')).trim().replace('/?', '/attune?');
  }
  await again();
  return {
    uri,
    again,
    kill: () => end(child, 'SIGKILL'),
    stop: () => end(child, 'SIGTERM'),
    pause: () => child.kill('SIGSTOP'),
    goOn: () => child.kill('SIGCONT'),
  };
}

function said(child, words) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`it did not say "${words}"`)), WAIT_MS);
    child.once('exit', (code) => reject(new Error(`it ended with ${code} before it said "${words}"`)));
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
      if (!text.includes(words)) return;
      clearTimeout(timer);
      resolve(text);
    });
  });
}

function end(child, signal) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  return gone;
}

export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
