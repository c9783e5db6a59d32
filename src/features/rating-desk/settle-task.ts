import type { Actor } from '../../core/person/person.ts';
import type { RatingTask } from '../../core/rating/rating-task.ts';
import { settleByLead, type LeadOutcome } from '../../core/rating/settle-by-lead.ts';
import type { Deps } from '../../deps.ts';
import { staffEvent } from '../../ops/new-event.ts';
import { levelsOfForm } from './levels-of-form.ts';
import type { Decide } from './requests.ts';

type Outcome = Exclude<LeadOutcome, { kind: 'settled' }> | { readonly kind: 'settled' | 'changed-meanwhile' };

/** The lead's decision on what raters could not settle, with a reason that stays. */
export async function settleTask(
  deps: Deps,
  actor: Actor,
  task: RatingTask,
  { because, unratable, ...fields }: Decide,
): Promise<Outcome> {
  const decided = { by: actor.personId, because };
  const outcome = settleByLead(
    task,
    unratable === ''
      ? { ...decided, kind: 'levels', levels: levelsOfForm(fields) }
      : { ...decided, kind: 'unratable', reason: unratable },
  );
  if (outcome.kind !== 'settled') return outcome;
  const { organisationId, requisitionId, applicantId, id: taskId } = task;
  const event = staffEvent(actor.personId, {
    type: 'response-settled',
    at: deps.clock(),
    organisationId,
    facts: { requisitionId, applicantId, taskId },
  });
  const after: RatingTask = { ...task, state: 'resolved', resolution: outcome.resolution };
  const written = await deps.stores.ratingTasks.settle(task, after, [event]);
  return { kind: written ? 'settled' : 'changed-meanwhile' };
}
