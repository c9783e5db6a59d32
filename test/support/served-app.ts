import { serveLocally } from './serve-locally.ts';
import { startTestApp, type TestApp } from './test-app.ts';

export interface ServedApp extends TestApp {
  readonly url: string;
}

/** The product listening on 127.0.0.1 with a running clock and its timers, for tests in a real browser. */
export async function serveTestApp(): Promise<ServedApp> {
  const { server, address: url, close } = await serveLocally();
  const test = await startTestApp({ publicUrl: url, clock: 'running' });
  server.on('request', (req, res) => test.app.emit('request', req, res));
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
      await close();
      await test.close();
    },
  };
}
