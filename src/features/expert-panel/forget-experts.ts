import type { Deps, KeyDeps } from '../../deps.ts';

const AT_ONCE = 50;

/** Deletes names and addresses of the experts of panels that ended a while ago. Running it again finds nothing. */
export async function forgetExperts({
  stores,
  clock,
  panelExperts,
}: Pick<Deps, 'stores' | 'clock'> & Pick<KeyDeps, 'panelExperts'>): Promise<void> {
  const now = clock();
  for (const panel of await stores.expertPanels.listToForget(now, AT_ONCE)) {
    await panelExperts.forget(panel.id);
    await stores.expertPanels.noteForgotten(panel, now);
  }
}
