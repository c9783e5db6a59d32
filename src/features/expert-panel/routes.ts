import type { Deps, KeyDeps } from '../../deps.ts';
import type { Route } from '../../http/route.ts';
import { expertRoutes } from './expert/routes.ts';
import { ownerRoutes } from './owner/routes.ts';

/** Job experts rate the options of an assessment by link; an owner makes its key of what they agree on. */
export function expertPanelRoutes(deps: Deps, { keyedForms, keyVersions, panelExperts }: KeyDeps): Route[] {
  const panelDeps = { ...deps, keyedForms, keyVersions, panelExperts };
  return [...expertRoutes(panelDeps), ...ownerRoutes(panelDeps)];
}
