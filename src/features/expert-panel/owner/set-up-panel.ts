import type { ExpertPanel } from '../../../core/expert-panel/expert-panel.ts';
import { judgmentItems } from '../../../core/expert-panel/rateable-situations.ts';
import type { ExpertPanelId, FormVersionId, KeyVersionId } from '../../../core/kernel/ids.ts';
import type { Actor } from '../../../core/person/person.ts';
import { contentId } from '../../../ops/content-id.ts';
import { newId } from '../../../ops/secrets.ts';
import type { PanelDeps } from '../panel-deps.ts';
import { panelEvent } from './panel-event.ts';
import type { NewPanel } from './requests.ts';

type SetUp =
  | { readonly kind: 'set-up'; readonly panelId: ExpertPanelId }
  | { readonly kind: 'open-already'; readonly panelId: ExpertPanelId }
  | { readonly kind: 'no-such-assessment' | 'day-not-ahead' | 'day-too-far' };

export const LONGEST_MS = 366 * 24 * 60 * 60 * 1000;

/** Makes a panel for the edition that stands on the shelf now, around the copies of form and key that a role would get. */
export async function setUpPanel(deps: PanelDeps, actor: Actor, wanted: NewPanel): Promise<SetUp> {
  const { organisationId, personId } = actor;
  const keyed = deps.keyedForms.find(({ form }) => String(form.assessmentId) === wanted.assessmentId);
  if (keyed === undefined || judgmentItems(keyed.form).length === 0) return { kind: 'no-such-assessment' };
  const now = deps.clock();
  const { lastDay: closesAt, needed } = wanted;
  if (closesAt <= now) return { kind: 'day-not-ahead' };
  if (closesAt.getTime() > now.getTime() + LONGEST_MS) return { kind: 'day-too-far' };
  const { form, key } = keyed;
  const formVersionId = contentId<FormVersionId>({ organisationId, form });
  const authorKeyId = contentId<KeyVersionId>({ organisationId, key });
  const panels = await deps.stores.expertPanels.listOfOrganisation(organisationId);
  const open = panels.find((panel) => panel.state === 'open' && panel.formVersionId === formVersionId);
  if (open !== undefined) return { kind: 'open-already', panelId: open.id };
  await deps.stores.formVersions.insert({ id: formVersionId, organisationId, form, adoptedAt: now });
  await deps.keyVersions.insert({ id: authorKeyId, organisationId, key, adoptedAt: now });
  const panel: ExpertPanel = {
    ...{ id: newId<ExpertPanelId>(), organisationId, formVersionId, authorKeyId, needed, closesAt },
    ...{ assessmentId: form.assessmentId, assessmentTitle: form.title },
    ...{ state: 'open', createdBy: personId, createdAt: now, closedAt: null },
    ...{ leftOut: [], publication: null, adoption: null, rev: 0 },
  };
  const facts = { assessmentId: form.assessmentId, formVersionId, needed };
  await deps.stores.expertPanels.insert(panel, [panelEvent(actor, panel, 'expert-panel-set-up', now, facts)]);
  return { kind: 'set-up', panelId: panel.id };
}
