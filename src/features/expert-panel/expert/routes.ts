import type { Route } from '../../../http/route.ts';
import { publicRoute } from '../../../http/routes-for.ts';
import type { PanelDeps } from '../panel-deps.ts';
import { expertHandlers } from './handlers.ts';
import { AgreeRequest, RatingsRequest, SituationParams, TokenParams } from './requests.ts';

const PANEL = '/panel/:token';
const SITUATION = `${PANEL}/situations/:itemId`;

/** The pages of an expert. The token in the address is all they have. */
export function expertRoutes(deps: PanelDeps): Route[] {
  const expert = expertHandlers(deps);
  const params = TokenParams;
  return [
    publicRoute({ method: 'get', path: PANEL, params, handle: expert.land }),
    publicRoute({
      method: 'post',
      path: `${PANEL}/taking-part`,
      params,
      body: AgreeRequest,
      handle: expert.agree,
      invalid: expert.agreeAgain,
    }),
    publicRoute({ method: 'get', path: `${PANEL}/situations`, params, handle: expert.list }),
    publicRoute({ method: 'get', path: SITUATION, params: SituationParams, handle: expert.show }),
    publicRoute({
      method: 'post',
      path: SITUATION,
      params: SituationParams,
      body: RatingsRequest,
      handle: expert.save,
      invalid: expert.saveAgain,
    }),
    publicRoute({ method: 'post', path: `${PANEL}/hand-in`, params, handle: expert.handIn }),
  ];
}
