import type { ApplicantId, AttemptId } from '../../core/kernel/ids.ts';
import { FREE_SLOT } from '../../core/rating/free-slot.ts';
import type { RatingBatch, Seed } from '../../core/rating/rating-batch.ts';
import type { RatingTask, Slot } from '../../core/rating/rating-task.ts';
import type { Seat } from '../../core/rating/seat-of.ts';

interface MixedSeat {
  readonly task: RatingTask;
  readonly seat: Seat;
  readonly seed?: Seed;
}

/** Nobody wrote a seed: whatever is looked up or reported by these finds nothing. */
const NOBODY = { applicantId: '' as ApplicantId, attemptId: '' as AttemptId };

/**
 * The seats of a batch with its seeds in their places, alike in everything a rater can see. Without a response of an
 * applicant there is nothing to hide a seed among.
 */
export function withSeeds(batch: RatingBatch, seats: readonly MixedSeat[]): readonly MixedSeat[] {
  const [first] = seats;
  if (first === undefined) return seats;
  const mixed = [...seats];
  const inOrder = [...batch.seeds].sort((left, right) => left.place - right.place);
  for (const seed of inOrder) mixed.splice(seed.place, 0, seatOfSeed(batch, first.task, seed));
  return mixed;
}

function seatOfSeed(batch: RatingBatch, like: RatingTask, seed: Seed): MixedSeat {
  const slot = slotOf(batch, seed);
  const task: RatingTask = {
    ...like,
    ...NOBODY,
    id: seed.id,
    slots: [slot],
    notRaterIds: [],
    state: 'rating',
    resolution: null,
    rev: 0,
  };
  return { task, seat: { index: 0, slot }, seed };
}

function slotOf({ raterId, state, handedInAt }: RatingBatch, { draft, draftNumber = 0 }: Seed): Slot {
  return state === 'handed-in'
    ? { ...FREE_SLOT, raterId, state, judgement: draft, handedInAt }
    : { ...FREE_SLOT, raterId, state: 'held', draft, draftNumber };
}
