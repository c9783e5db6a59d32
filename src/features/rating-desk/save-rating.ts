import { canonicalForm } from '../../core/kernel/canonical-form.ts';
import type { Actor } from '../../core/person/person.ts';
import type { MaskedResponse } from '../../core/rating/masked-response.ts';
import type { Judgement } from '../../core/rating/rating-task.ts';
import type { Deps } from '../../deps.ts';
import type { FieldProblem } from '../../http/route.ts';
import { leaseFrom } from './lease.ts';
import { loadBatch, type LoadedBatch, type SeatInBatch } from './load-batch.ts';
import { readJudgement } from './read-judgement.ts';
import type { SaveRating } from './requests.ts';

type Outcome =
  | { readonly kind: 'saved' }
  | { readonly kind: 'refused'; readonly problems: readonly FieldProblem[] }
  /** The seat went to somebody else, or its batch is closed. */
  | { readonly kind: 'seat-lost' }
  /** Another window saved something else meanwhile. */
  | { readonly kind: 'overtaken'; readonly saved: Judgement | null };

interface SaveInput {
  readonly batch: LoadedBatch['batch'];
  readonly place: SeatInBatch;
  readonly response: MaskedResponse;
  readonly fields: SaveRating;
}

/** Stores what the rater has so far as the draft of the seat. A lease that ran out is renewed while the seat is theirs. */
export async function saveRating(deps: Deps, actor: Actor, input: SaveInput): Promise<Outcome> {
  const { batch, place, response, fields } = input;
  const { task, seat } = place;
  const read = readJudgement(fields, task.criteria, response);
  if (read.kind === 'refused') return read;
  if (batch.state !== 'open' || seat.slot.state !== 'held') return { kind: 'seat-lost' };
  if (!(await keep(deps, actor, input, read.judgement))) {
    const other = await lookAgain(deps, actor, batch.id, task.id);
    // The same form sent twice is no conflict.
    if (other.kind === 'seat-lost' || !isSame(other.saved, read.judgement)) return other;
  }
  const save = { taskId: task.id, at: deps.clock(), words: response.words };
  // A batch that was handed in meanwhile counts as it was checked, whatever this draft says now.
  return { kind: (await deps.stores.ratingBatches.noteSave(batch, save)) ? 'saved' : 'seat-lost' };
}

function keep(
  { stores, clock }: Deps,
  { personId: raterId }: Actor,
  { batch, place, fields }: Pick<SaveInput, 'batch' | 'place' | 'fields'>,
  judgement: Judgement,
): Promise<boolean> {
  const { task, seat, seed } = place;
  const seen = fields.draft === undefined ? null : Number(fields.draft);
  if (seed !== undefined) return stores.ratingBatches.saveSeed(batch, seed.id, judgement, seen);
  const lease = seat.slot.leaseUntil === null ? null : leaseFrom(clock());
  return stores.ratingTasks.saveDraft({ task, slotIndex: seat.index, raterId }, judgement, lease, seen);
}

/** Why a draft was not taken. */
async function lookAgain(
  deps: Deps,
  actor: Actor,
  batchId: string,
  taskId: string,
): Promise<Extract<Outcome, { kind: 'seat-lost' | 'overtaken' }>> {
  const now = await loadBatch(deps, actor, batchId);
  const slot = now?.seats.find(({ task }) => task.id === taskId)?.seat.slot;
  return now?.batch.state !== 'open' || slot?.state !== 'held'
    ? { kind: 'seat-lost' }
    : { kind: 'overtaken', saved: slot.draft };
}

const isSame = (saved: Judgement | null, judgement: Judgement): boolean =>
  saved !== null && canonicalForm(plain(saved)) === canonicalForm(plain(judgement));

const plain = ({ levels, unratable, spans, reason }: Judgement) => ({
  levels: { ...levels },
  unratable,
  spans: spans.map((span) => ({ ...span })),
  reason,
});
