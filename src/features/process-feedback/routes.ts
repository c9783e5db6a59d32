import { z } from 'zod';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import type { Reply } from '../../http/reply.ts';
import type { Route } from '../../http/route.ts';
import { requisitionRoute } from '../../http/routes-for.ts';
import { feedbackPage } from './feedback-page.ts';
import { readFeedback } from './read-feedback.ts';

const params = z.strictObject({ requisitionId: z.string().regex(/^[\w-]{22}$/) });

/** What the candidates of a role say about the process, together. */
export function processFeedbackRoutes(deps: Deps): Route[] {
  const handle = async ({ requisition }: { requisition: Requisition }): Promise<Reply> =>
    feedbackPage(requisition, await readFeedback(deps, requisition));
  const path = '/requisitions/:requisitionId/feedback';
  return [requisitionRoute('view', { method: 'get', path, params, handle })];
}
