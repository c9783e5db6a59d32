import type { CriterionId, ItemId, PersonId, RatingBatchId, RatingTaskId } from '../../core/kernel/ids.ts';
import { seededOrder } from '../../core/kernel/seeded-order.ts';
import type { RatingBatch } from '../../core/rating/rating-batch.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { staffEvent } from '../../ops/new-event.ts';

interface NewBatch {
  readonly id: RatingBatchId;
  readonly requisition: Requisition;
  readonly raterId: PersonId;
  readonly itemId: ItemId;
  readonly criteria: readonly CriterionId[];
  readonly taskIds: readonly RatingTaskId[];
  readonly openedBy: PersonId;
  readonly dueAt: Date | null;
  /** Whose seats they were; null where they were nobody's. */
  readonly insteadOf: PersonId | null;
  /** Explains the orders afterwards: it stands in the audit trail. */
  readonly seed: string;
}

/** A batch with an order of criteria that is fixed for this rater and random across raters. */
export async function openBatch(deps: Deps, wanted: NewBatch): Promise<RatingBatch> {
  const { id, requisition, raterId, itemId, criteria, taskIds, openedBy, dueAt, insteadOf, seed } = wanted;
  const { organisationId, id: requisitionId } = requisition;
  const createdAt = deps.clock();
  const event = staffEvent(openedBy, {
    type: 'rating-batch-opened',
    at: createdAt,
    organisationId,
    facts: { requisitionId, batchId: id, raterId, itemId, responses: taskIds.length, insteadOf, seed },
  });
  const batch: RatingBatch = {
    id,
    organisationId,
    requisitionId,
    raterId,
    itemId,
    criteriaOrder: seededOrder(`${seed} ${raterId} ${itemId}`, criteria, (criterion) => criterion),
    taskIds,
    seeds: [],
    state: 'open',
    createdAt,
    dueAt,
    handedInAt: null,
    handedBack: null,
    rev: 0,
  };
  await deps.stores.ratingBatches.insert(batch, [event]);
  return batch;
}
