import { afterEach, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { connect } from 'node:net';
import { join } from 'node:path';
import mongoose from 'mongoose';
import type { EmbeddedMongo } from '../../../src/embedded-mongo/start.ts';

// The worker needs the compiled program: Node 20 does not run TypeScript.
const compiled = new URL('../../../dist/embedded-mongo/start.js', import.meta.url).href;
const { startEmbeddedMongo } = (await import(
  compiled
)) as typeof import('../../../src/embedded-mongo/start.ts');

const directories: string[] = [];
const running: EmbeddedMongo[] = [];

function directory(): string {
  const path = mkdtempSync(join(tmpdir(), 'embedded-start-'));
  directories.push(path);
  return path;
}

async function start(dataDir: string, port = 0): Promise<EmbeddedMongo> {
  const store = await startEmbeddedMongo({ dataDir, port });
  running.push(store);
  return store;
}

afterEach(async () => {
  for (const store of running.splice(0)) await store.close();
  for (const path of directories.splice(0)) rmSync(path, { recursive: true, force: true });
});

const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );
const refusal = (code: string, words: string) =>
  expect.objectContaining({ code, message: expect.stringContaining(words) });

describe('Starting the embedded store', () => {
  it('publishes address and credentials to the owner only, and takes them back on close', async () => {
    const dataDir = directory();
    const store = await start(dataDir);
    const path = join(dataDir, 'store.json');
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({
      uri: store.uri,
      port: store.port,
      pid: process.pid,
    });
    for (const name of ['store.json', 'store.password', 'store.lock']) {
      expect(statSync(join(dataDir, name)).mode & 0o777).toBe(0o600);
    }
    await running.pop()?.close();
    expect(() => statSync(path)).toThrow('ENOENT');
  });

  it('keeps data and password across a restart, and different directories have different passwords', async () => {
    const dataDir = directory();
    const passwordOf = (store: EmbeddedMongo) => new URL(store.uri).password;
    const first = await start(dataDir);
    const connection = await mongoose.createConnection(first.uri, { dbName: 'kept' }).asPromise();
    await connection.collection('things').insertOne({ kept: true });
    await connection.close();
    await running.pop()?.close();
    const second = await start(dataDir);
    expect(passwordOf(second)).toBe(passwordOf(first));
    expect(passwordOf(await start(directory()))).not.toBe(passwordOf(first));
    const again = await mongoose.createConnection(second.uri, { dbName: 'kept' }).asPromise();
    expect(await again.collection('things').countDocuments({ kept: true })).toBe(1);
    await again.close();
  });

  it('refuses a wrong password', async () => {
    const store = await start(directory());
    const uri = store.uri.replace(/:[^:@]+@/, ':wrong@');
    const error = await failure(
      mongoose.createConnection(uri, { serverSelectionTimeoutMS: 2000 }).asPromise(),
    );
    expect(String(error)).toContain('Authentication failed');
  });

  it('listens on the loopback address only', async () => {
    const store = await start(directory());
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((one) => one?.family === 'IPv4' && !one.internal);
    const reachable = await new Promise((resolve) => {
      const socket = connect({ host: outside?.address ?? '127.0.0.2', port: store.port }, () => {
        socket.destroy();
        resolve(true);
      });
      socket.once('error', () => {
        resolve(false);
      });
    });
    expect(reachable).toBe(false);
  });

  it('refuses a second store on the same directory and says what to do', async () => {
    const dataDir = directory();
    await start(dataDir);
    expect(await failure(startEmbeddedMongo({ dataDir }))).toEqual(
      refusal('directory-in-use', 'Stop that process'),
    );
  });

  it('takes over the lock of a process that has died', async () => {
    const dataDir = directory();
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(join(dataDir, 'store.lock'), JSON.stringify({ pid, startedAt: null }));
    expect((await start(dataDir)).port).toBeGreaterThan(0);
  });

  it('takes over the lock of a process whose number was given to another', async () => {
    const dataDir = directory();
    writeFileSync(join(dataDir, 'store.lock'), JSON.stringify({ pid: process.pid, startedAt: 'long ago' }));
    expect((await start(dataDir)).port).toBeGreaterThan(0);
  });

  it('says when the port is taken, and leaves the directory free', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const dataDir = directory();
    expect(await failure(startEmbeddedMongo({ dataDir, port }))).toEqual(
      refusal('port-in-use', String(port)),
    );
    server.close();
    expect((await start(dataDir)).port).toBeGreaterThan(0);
  });

  it('says when the directory cannot be written', async () => {
    const file = join(directory(), 'file');
    writeFileSync(file, '');
    expect(await failure(startEmbeddedMongo({ dataDir: join(file, 'data') }))).toEqual(
      refusal('directory-not-writable', 'writable'),
    );
  });

  it('refuses data that is damaged instead of starting empty', async () => {
    const dataDir = directory();
    await start(dataDir);
    await running.pop()?.close();
    writeFileSync(join(dataDir, 'store/data.mdb'), Buffer.alloc(16384, 7));
    expect(await failure(startEmbeddedMongo({ dataDir }))).toEqual(refusal('damaged-data', 'Restore'));
  });

  it('refuses a database file that was cut off, with a sentence instead of the end of the process', async () => {
    const dataDir = directory();
    const { uri } = await start(dataDir);
    const connection = await mongoose.createConnection(uri, { dbName: 'cut' }).asPromise();
    await connection
      .collection('things')
      .insertMany(Array.from({ length: 500 }, () => ({ a: 'x'.repeat(900) })));
    await connection.close();
    await running.pop()?.close();
    const path = join(dataDir, 'store/data.mdb');
    writeFileSync(path, readFileSync(path).subarray(0, statSync(path).size / 2));
    expect(await failure(startEmbeddedMongo({ dataDir }))).toEqual(refusal('damaged-data', 'cut off'));
  });
});
