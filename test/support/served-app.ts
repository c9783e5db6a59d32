import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startTestApp, type TestApp } from './test-app.ts';

export interface ServedApp extends TestApp {
  readonly url: string;
}

/** The product listening on 127.0.0.1 with a running clock and its timers, for tests in a real browser. */
export async function serveTestApp(): Promise<ServedApp> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const test = await startTestApp({ publicUrl: url, clock: 'running' });
  server.on('request', test.app);
  let turn: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    turn = turn.then(() => test.runJobs());
  }, 500);
  return {
    ...test,
    url,
    close: async () => {
      clearInterval(timer);
      await turn;
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await test.close();
    },
  };
}
