import type { Actor } from '../../core/person/person.ts';
import { isComplete } from '../../core/rating/is-complete.ts';
import type { Deps } from '../../deps.ts';
import { staffEvent } from '../../ops/new-event.ts';
import type { LoadedBatch } from './load-batch.ts';

type Outcome =
  | { readonly kind: 'handed-in' }
  | { readonly kind: 'not-ready'; readonly missing: number }
  | { readonly kind: 'handed-in-before' };

/** Hands a batch in by one update; its relay hands in the slots. Twice is once. */
export async function handInBatch(deps: Deps, actor: Actor, { batch, seats }: LoadedBatch): Promise<Outcome> {
  if (batch.state !== 'open') return { kind: 'handed-in-before' };
  const missing = seats.filter(
    ({ task, seat }) => seat.slot.state === 'held' && !isComplete(seat.slot.draft, task.criteria),
  ).length;
  if (missing > 0) return { kind: 'not-ready', missing };
  const at = deps.clock();
  const event = staffEvent(actor.personId, {
    type: 'rating-batch-handed-in',
    at,
    organisationId: actor.organisationId,
    facts: { requisitionId: batch.requisitionId, batchId: batch.id, responses: seats.length },
  });
  const handedIn = await deps.stores.ratingBatches.handIn(batch, at, [event]);
  return { kind: handedIn ? 'handed-in' : 'handed-in-before' };
}
