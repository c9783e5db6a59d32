import type { Actor } from '../../core/person/person.ts';
import type { MaskedResponse } from '../../core/rating/masked-response.ts';
import type { Judgement } from '../../core/rating/rating-task.ts';
import type { Deps } from '../../deps.ts';
import type { FieldProblem } from '../../http/route.ts';
import { leaseFrom } from './lease.ts';
import type { LoadedBatch, SeatInBatch } from './load-batch.ts';
import { readJudgement } from './read-judgement.ts';
import type { SaveRating } from './requests.ts';

type Outcome =
  | { readonly kind: 'saved' }
  | { readonly kind: 'refused'; readonly problems: readonly FieldProblem[] }
  | { readonly kind: 'seat-lost' };

/** Stores what the rater has so far as the draft of the seat. A lease that ran out is renewed while the seat is theirs. */
export async function saveRating(
  deps: Deps,
  actor: Actor,
  input: {
    readonly batch: LoadedBatch['batch'];
    readonly place: SeatInBatch;
    readonly response: MaskedResponse;
    readonly fields: SaveRating;
  },
): Promise<Outcome> {
  const { batch, place, response, fields } = input;
  const { task, seat } = place;
  const read = readJudgement(fields, task.criteria, response);
  if (read.kind === 'refused') return read;
  if (batch.state !== 'open' || seat.slot.state !== 'held') return { kind: 'seat-lost' };
  if (!(await keep(deps, actor, input, read.judgement))) return { kind: 'seat-lost' };
  const save = { taskId: task.id, at: deps.clock(), words: response.words };
  // A batch that was handed in meanwhile counts as it was checked, whatever this draft says now.
  return { kind: (await deps.stores.ratingBatches.noteSave(batch, save)) ? 'saved' : 'seat-lost' };
}

function keep(
  { stores, clock }: Deps,
  { personId: raterId }: Actor,
  { batch, place }: { readonly batch: LoadedBatch['batch']; readonly place: SeatInBatch },
  judgement: Judgement,
): Promise<boolean> {
  const { task, seat, seed } = place;
  if (seed !== undefined) return stores.ratingBatches.saveSeed(batch, seed.id, judgement);
  const lease = seat.slot.leaseUntil === null ? null : leaseFrom(clock());
  return stores.ratingTasks.saveDraft({ task, slotIndex: seat.index, raterId }, judgement, lease);
}
