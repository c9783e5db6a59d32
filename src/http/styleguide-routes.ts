import type { Route } from './route.ts';
import { publicRoute } from './routes-for.ts';
import { styleguideVm } from './styleguide.ts';

/** The parts on two pages, in development only: what a page may be made of, rendered from the real parts. */
export function styleguideRoutes(): Route[] {
  const page = (view: string, layout: 'staff' | 'candidate') => () =>
    Promise.resolve({ kind: 'page', layout, view, title: 'Style guide', vm: styleguideVm() } as const);
  return [
    publicRoute({ method: 'get', path: '/styleguide', handle: page('styleguide/index', 'staff') }),
    publicRoute({
      method: 'get',
      path: '/styleguide/attempt',
      handle: page('styleguide/attempt', 'candidate'),
    }),
  ];
}
