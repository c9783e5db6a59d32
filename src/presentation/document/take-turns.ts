import { setImmediate } from 'node:timers/promises';

/** So long at most the others wait, besides the one step that is under way. */
const MOST_MS = 10;

/** Lets everything else have its turn where it has waited long enough. */
export type Turn = () => Promise<void>;

/** Called between the steps of long work. */
export function takeTurns(): Turn {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < MOST_MS) return;
    await setImmediate();
    since = performance.now();
  };
}
