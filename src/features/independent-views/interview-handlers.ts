import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import type { Reply } from '../../http/reply.ts';
import { interviewsPage } from './interviews-page.ts';
import { listInterviews } from './list-interviews.ts';

export function interviewHandlers(deps: Deps) {
  return {
    async show({ actor, requisition }: { actor: Actor; requisition: Requisition }): Promise<Reply> {
      return interviewsPage(actor, requisition, await listInterviews(deps, requisition));
    },
  };
}
