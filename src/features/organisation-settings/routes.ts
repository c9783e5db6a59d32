import type { Deps } from '../../deps.ts';
import type { Route } from '../../http/route.ts';
import { organisationRoute } from '../../http/routes-for.ts';
import { settingsHandlers } from './handlers.ts';
import { SettingsRequest } from './requests.ts';

/** What an owner says about the organisation, and how candidates read it. */
export function organisationSettingsRoutes(deps: Deps): Route[] {
  const settings = settingsHandlers(deps);
  return [
    organisationRoute('change-settings', { method: 'get', path: '/settings', handle: settings.show }),
    organisationRoute('change-settings', {
      method: 'post',
      path: '/settings',
      body: SettingsRequest,
      handle: settings.change,
      invalid: settings.changeAgain,
    }),
  ];
}
