import { openTasks, type OpenWork } from '../../core/requisition/archive-requisition.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';

/** What still goes on in a role, by counts. */
export async function findOpenWork({ stores }: Deps, { organisationId, id }: Requisition): Promise<OpenWork> {
  const [attempts, ratingStarts, tasks] = await Promise.all([
    stores.attempts.countOpen(organisationId, id),
    stores.ratingStarts.count(organisationId, id),
    stores.ratingTasks.countByState(organisationId, id),
  ]);
  return { attempts, ratingStarts, tasks: openTasks(tasks) };
}
