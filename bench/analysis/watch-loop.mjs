// Loaded into the product before it starts: every second, how long its main thread kept others waiting, and its memory.
import { appendFileSync, readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

if (isMainThread && process.env.WATCH_LOOP_FILE !== undefined) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  setInterval(() => {
    const second = { at: Date.now(), p99: delay.percentile(99) / 1e6, max: delay.max / 1e6, own: ownMb() };
    appendFileSync(process.env.WATCH_LOOP_FILE, `${JSON.stringify(second)}\n`);
    delay.reset();
  }, 1000).unref();
}

/** Memory of all threads without the mapped file of the store, which the system takes back whenever it wants to. */
function ownMb() {
  const [, kb] = /RssAnon:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Number(kb) / 1024;
}
