import type { Actor } from '../../core/person/person.ts';
import type { RatingTask } from '../../core/rating/rating-task.ts';
import type { ReportKind } from '../../core/rating/response-report.ts';
import type { Deps } from '../../deps.ts';
import { staffEvent } from '../../ops/new-event.ts';

/** Tells whoever has to know that a response identifies its writer or that somebody may be at risk. The rating goes on. */
export async function reportResponse(
  deps: Deps,
  actor: Actor,
  task: RatingTask,
  kind: ReportKind,
): Promise<void> {
  const { organisationId, requisitionId, applicantId, attemptId, itemId, id: taskId } = task;
  const at = deps.clock();
  const event = staffEvent(actor.personId, {
    type: kind === 'identifies' ? 'response-identifies-writer' : 'risk-reported',
    at,
    organisationId,
    facts: { requisitionId, applicantId, taskId },
  });
  const about = { organisationId, requisitionId, applicantId, attemptId, itemId, taskId };
  await deps.stores.responseReports.report({ ...about, kind, reportedAt: at, hidden: [], closed: null }, [
    event,
  ]);
}
