import type { DomainEvent } from '../../core/kernel/domain-event.ts';
import type { RatingBatchId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import { seatOf } from '../../core/rating/seat-of.ts';
import type { Deps } from '../../deps.ts';
import { staffEvent } from '../../ops/new-event.ts';
import type { LoadedBatch } from './load-batch.ts';

/** Gives back a batch that is not handed in; false where it was handed in or given back before. */
export function handBackBatch(
  deps: Deps,
  actor: Actor,
  { batch, seats }: LoadedBatch,
  because: string,
): Promise<boolean> {
  const at = deps.clock();
  const { requisitionId, id: batchId, raterId } = batch;
  const event = staffEvent(actor.personId, {
    type: 'rating-batch-handed-back',
    at,
    organisationId: actor.organisationId,
    facts: { requisitionId, batchId, raterId, responses: seats.length },
  });
  return deps.stores.ratingBatches.handBack(batch, { at, because }, [event]);
}

/** After a batch was given back: its seats are free for others, each once. Running it again finds none held. */
export async function freeSeats({ stores }: Pick<Deps, 'stores'>, event: DomainEvent): Promise<void> {
  const { organisationId, facts } = event;
  const batch = await stores.ratingBatches.find(organisationId, facts['batchId'] as RatingBatchId);
  if (batch?.state !== 'handed-back') return;
  const { raterId } = batch;
  for (const task of await stores.ratingTasks.findMany(organisationId, batch.taskIds)) {
    const seat = seatOf(task, raterId);
    if (seat?.slot.state === 'held')
      await stores.ratingTasks.release({ task, slotIndex: seat.index, raterId });
  }
}
