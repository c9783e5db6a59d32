import type { Actor } from '../../core/person/person.ts';
import type { RatingTask } from '../../core/rating/rating-task.ts';
import type { Rubric } from '../../core/rubric/rubric-draft.ts';
import type { SampleRating } from '../../core/rubric/rubric-sample.ts';
import type { Deps } from '../../deps.ts';
import { staffEvent } from '../../ops/new-event.ts';

interface Given extends Pick<SampleRating, 'anchorHash' | 'levels'> {
  readonly task: RatingTask;
}

/** Keeps the levels beside the draft, where no score comes from, and tells the audit trail whose response was read. */
export async function keepSampleRating(
  { clock, stores }: Pick<Deps, 'clock' | 'stores'>,
  { personId }: Actor,
  rubric: Rubric,
  { task, anchorHash, levels }: Given,
): Promise<void> {
  const { id: taskId, organisationId, requisitionId, applicantId } = task;
  const at = clock();
  const about = { organisationId, requisitionId, applicantId, taskId };
  await stores.rubricSamples.keep({ ...about, anchorHash, by: personId, levels, at });
  await stores.audit.record(
    staffEvent(personId, {
      ...{ type: 'rubric-sample-rated', at, organisationId },
      facts: { requisitionId, applicantId, rubricId: rubric.id, taskId, draft: rubric.rev },
    }),
  );
}
