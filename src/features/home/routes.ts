import type { Actor } from '../../core/person/person.ts';
import type { Deps } from '../../deps.ts';
import type { Reply } from '../../http/reply.ts';
import type { Route } from '../../http/route.ts';
import { staffRoute } from '../../http/routes-for.ts';
import { findWaiting } from './find-waiting.ts';
import { homePage } from './home-page.ts';

/** The first page after signing in: what waits for this person. */
export function homeRoutes(deps: Deps): Route[] {
  const handle = async ({ actor }: { actor: Actor }): Promise<Reply> =>
    homePage(actor, await findWaiting(deps, actor));
  return [staffRoute({ method: 'get', path: '/', handle })];
}
