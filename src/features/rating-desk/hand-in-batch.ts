import type { RatingTaskId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import { isComplete } from '../../core/rating/is-complete.ts';
import type { Judgement } from '../../core/rating/rating-task.ts';
import type { Deps } from '../../deps.ts';
import { staffEvent } from '../../ops/new-event.ts';
import { loadBatch, type LoadedBatch } from './load-batch.ts';

type Outcome =
  | { readonly kind: 'handed-in' }
  | { readonly kind: 'not-ready'; readonly missing: number }
  | { readonly kind: 'handed-in-before' };

/** Each round means that something was saved in between; more than a few would be a fault. */
const MOST_ROUNDS = 20;

/**
 * Hands a batch in by one update that holds the levels as they were checked; its relay hands in the slots. What is saved
 * in between is looked at anew. Twice is once.
 */
export async function handInBatch(deps: Deps, actor: Actor, first: LoadedBatch): Promise<Outcome> {
  let loaded: LoadedBatch | null = first;
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    if (loaded?.batch.state !== 'open') return { kind: 'handed-in-before' };
    const checked = check(loaded);
    if (checked.kind === 'not-ready') return checked;
    if (await handIn(deps, actor, loaded, checked.judgements)) return { kind: 'handed-in' };
    loaded = await loadBatch(deps, actor, first.batch.id);
  }
  throw new Error(`batch ${first.batch.id} keeps changing while it is handed in`);
}

type Judgements = Readonly<Record<RatingTaskId, Judgement>>;

/** Seeds keep their levels in the batch already. */
function check({
  seats,
}: LoadedBatch): { kind: 'ready'; judgements: Judgements } | { kind: 'not-ready'; missing: number } {
  const judgements: Record<RatingTaskId, Judgement> = {};
  let missing = 0;
  for (const { task, seat, seed } of seats) {
    const { state, draft } = seat.slot;
    if (state !== 'held') continue;
    if (!isComplete(draft, task.criteria)) missing += 1;
    else if (seed === undefined) judgements[task.id] = draft;
  }
  return missing > 0 ? { kind: 'not-ready', missing } : { kind: 'ready', judgements };
}

function handIn(
  deps: Deps,
  { personId, organisationId }: Actor,
  { batch, seats }: LoadedBatch,
  judgements: Judgements,
): Promise<boolean> {
  const at = deps.clock();
  const { requisitionId, id: batchId } = batch;
  const facts = { requisitionId, batchId, responses: seats.length };
  const event = staffEvent(personId, { type: 'rating-batch-handed-in', at, organisationId, facts });
  return deps.stores.ratingBatches.handIn(batch, { at, judgements }, [event]);
}
