import { z } from 'zod';
import type { Deps } from '../../../deps.ts';
import { redirect } from '../../../http/reply.ts';
import type { Route } from '../../../http/route.ts';
import { requisitionRoute } from '../../../http/routes-for.ts';
import { drawPage } from './draw-page.ts';
import { makeDraw } from './make-draw.ts';
import { readDraw } from './read-draw.ts';

const DrawRequest = z.strictObject({ seen: z.string().max(60) });

/** The draw among those who cannot be told apart from the last place, made once and shown ever after. */
export function drawRoutes(deps: Deps): Route[] {
  const path = '/requisitions/:requisitionId/draw';
  return [
    requisitionRoute('decide', {
      method: 'get',
      path,
      handle: async ({ requisition }) => {
        const { intake, state } = await readDraw(deps, requisition);
        return drawPage(requisition, intake, state);
      },
    }),
    requisitionRoute('decide', {
      method: 'post',
      path,
      body: DrawRequest,
      handle: async ({ actor, requisition, body }) => {
        const outcome = await makeDraw(deps, actor, requisition, body.seen);
        const page = `/requisitions/${requisition.id}/draw`;
        return outcome === 'drawn'
          ? redirect(page)
          : redirect(page, {
              kind: 'warn',
              text: 'The list changed meanwhile, and nothing was drawn. Look again.',
            });
      },
    }),
  ];
}
