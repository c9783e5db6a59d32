import type { Deps } from '../../../deps.ts';
import type { Route } from '../../../http/route.ts';
import { publicRoute } from '../../../http/routes-for.ts';
import { TokenParams } from '../requests.ts';
import { statusHandlers } from './status-handlers.ts';
import { LookAgainRequest } from './status-requests.ts';

/** What can be done by the link besides taking the test. */
export function statusRoutes(deps: Deps): Route[] {
  const status = statusHandlers(deps);
  const params = TokenParams;
  const post = { method: 'post', params } as const;
  return [
    publicRoute({ ...post, path: '/i/:token/new-link', handle: status.askForLink }),
    publicRoute({
      ...post,
      path: '/i/:token/look-again',
      body: LookAgainRequest,
      handle: status.lookAgain,
      invalid: status.lookAgainTyped,
    }),
    publicRoute({ method: 'get', path: '/i/:token/withdrawal', params, handle: status.confirmWithdrawal }),
    publicRoute({ ...post, path: '/i/:token/withdrawal', handle: status.withdraw }),
  ];
}
