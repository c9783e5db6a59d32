import { ALIVE_EVERY_MS, outageBetween } from '../../core/outage/outage.ts';
import type { Deps } from '../../deps.ts';
import { giveBackOutage } from './give-back-outage.ts';

const AT_ONCE = 20;

/**
 * Says that this process runs, and gives back the time since somebody last did where that is long ago: after a start,
 * and when the store answers again. An outage is written down before the sign of life that ends it, so that a crash in
 * between loses neither. Done before the clock closes anything.
 */
export async function watchOutages(deps: Pick<Deps, 'clock' | 'stores' | 'logger'>): Promise<void> {
  const { outages } = deps.stores;
  const now = deps.clock();
  const last = await outages.lastAlive();
  const outage = last === null ? null : outageBetween(last, now);
  if (outage !== null) {
    await outages.insert(outage);
    deps.logger.warn({ from: outage.from, to: outage.to }, 'we could not be reached; the time is given back');
  }
  if (last === null || now.getTime() - last.getTime() >= ALIVE_EVERY_MS) await outages.sayAlive(now);
  for (const unfinished of await outages.listUnfinished(AT_ONCE)) await giveBackOutage(deps, unfinished);
}
