import { makePanelKey } from '../../../core/expert-panel/make-panel-key.ts';
import type { KeyVersionId } from '../../../core/kernel/ids.ts';
import type { Actor } from '../../../core/person/person.ts';
import { contentId } from '../../../ops/content-id.ts';
import type { PanelDeps } from '../panel-deps.ts';
import type { Results } from './load-results.ts';
import { panelEvent } from './panel-event.ts';

/**
 * Publishes the key of a closed panel. The version comes first and never changes; the panel that points to it is changed
 * by one conditional update, so that of two publishers one is told. Roles take it over by a job.
 */
export async function publishKey(
  deps: PanelDeps,
  actor: Actor,
  { panel, judged }: Results,
  { rev, reason }: { readonly rev: number; readonly reason: string },
): Promise<'published' | 'changed-meanwhile' | 'not-now'> {
  if (panel.rev !== rev) return 'changed-meanwhile';
  if (panel.state !== 'closed' || judged.key !== 'possible') return 'not-now';
  const { organisationId } = panel;
  const authorKey = await deps.keyVersions.get(organisationId, panel.authorKeyId);
  const key = makePanelKey(authorKey, panel, judged);
  const keyVersionId = contentId<KeyVersionId>({ organisationId, key });
  const at = deps.clock();
  await deps.keyVersions.insert({ id: keyVersionId, organisationId, key, adoptedAt: at });
  const experts = judged.counted;
  const outcome = await deps.stores.expertPanels.change(
    panel,
    {
      state: 'published',
      publication: { keyVersionId, reason, by: actor.personId, at, experts },
      adoption: { left: null, walkedTo: '' },
    },
    [panelEvent(actor, panel, 'panel-key-published', at, { keyVersionId, experts })],
  );
  if (outcome === 'changed') void deps.relay.soon();
  return outcome === 'changed' ? 'published' : outcome;
}
