import { acceptsRatings } from '../../../core/expert-panel/panel-state.ts';
import type { ExpertPanel } from '../../../core/expert-panel/expert-panel.ts';
import type { Form } from '../../../core/form/form.ts';
import type { PanelExpertId } from '../../../core/kernel/ids.ts';
import { readLinkToken } from '../../../ops/link-token.ts';
import type { Organisation } from '../../../store/organisation-store.ts';
import type { SeenExpert } from '../../../store/panel-expert-store.ts';
import type { PanelDeps } from '../panel-deps.ts';

/** An expert with what they rate. There is no key in it. */
export interface Visit {
  readonly expert: SeenExpert;
  readonly panel: ExpertPanel;
  readonly form: Form;
  readonly organisation: Organisation;
  /** Where their pages are. */
  readonly at: string;
}

export type FoundExpert =
  | { readonly kind: 'open' | 'closed'; readonly visit: Visit }
  | { readonly kind: 'ended'; readonly organisation: Organisation }
  | { readonly kind: 'absent' };

/** What a link leads to: a panel that is open or closed, nothing any more, or nothing at all. */
export async function findExpert(deps: PanelDeps, token: string, now: Date): Promise<FoundExpert> {
  const target = readLinkToken(deps.secret, 'panel', token);
  if (target === null) return { kind: 'absent' };
  const expert = await deps.panelExperts.find(target.id as PanelExpertId);
  if (expert === null) return { kind: 'absent' };
  const { organisationId, panelId } = expert;
  const [panel, organisation] = await Promise.all([
    deps.stores.expertPanels.find(organisationId, panelId),
    deps.stores.organisations.find(organisationId),
  ]);
  if (panel === null || organisation === null) return { kind: 'absent' };
  if (expert.linkVersion !== target.version || expert.state === 'withdrawn')
    return { kind: 'ended', organisation };
  const form = await deps.stores.formVersions.get(organisationId, panel.formVersionId);
  const visit = { expert, panel, form, organisation, at: `/panel/${token}` };
  return { kind: acceptsRatings(panel, now) ? 'open' : 'closed', visit };
}
