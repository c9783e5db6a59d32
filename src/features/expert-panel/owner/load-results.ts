import type { ExpertPanel } from '../../../core/expert-panel/expert-panel.ts';
import { judgePanel, type JudgedPanel } from '../../../core/expert-panel/judge-panel.ts';
import type { Form } from '../../../core/form/form.ts';
import type { PanelDeps } from '../panel-deps.ts';

export interface Results {
  readonly panel: ExpertPanel;
  readonly form: Form;
  readonly judged: JudgedPanel;
}

/** What a panel that is closed says. Sealed again first: a stop right after closing may have left that undone. */
export async function loadResults(deps: PanelDeps, panel: ExpertPanel): Promise<Results> {
  if (panel.state === 'open') throw new Error(`panel ${panel.id} is open: nobody looks at its ratings`);
  await deps.panelExperts.seal(panel.id);
  const { organisationId, id, formVersionId } = panel;
  const [experts, form] = await Promise.all([
    deps.panelExperts.listHandedIn(organisationId, id),
    deps.stores.formVersions.get(organisationId, formVersionId),
  ]);
  return { panel, form, judged: judgePanel(form, panel, experts) };
}
