import type { Deps } from '../../deps.ts';

/** Longer than any request that read something before the erasure can take to write it. */
const LATEST_WRITE_MS = 60_000;
const AT_ONCE = 50;

export const sweepAfter = (at: Date): Date => new Date(at.getTime() + LATEST_WRITE_MS);

/**
 * Deletes what a request that was under way wrote after the erasure, and looks again until nothing is found. Returns
 * how many records it deleted.
 */
export async function sweepErasures({ clock, stores }: Pick<Deps, 'clock' | 'stores'>): Promise<number> {
  const now = clock();
  let deleted = 0;
  for (const target of await stores.erasure.listToSweep(now, AT_ONCE)) {
    const found = await stores.erasure.deleteTraces(target);
    await stores.erasure.planSweep(target, found === 0 ? null : sweepAfter(now));
    deleted += found;
  }
  return deleted;
}
