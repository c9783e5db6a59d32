import { FREE_SLOT } from './free-slot.ts';
import type { Judgement, RatingTask, Slot } from './rating-task.ts';
import { resolveTask } from './resolve-task.ts';

export interface HandInInput {
  readonly task: RatingTask;
  readonly slotIndex: number;
  /** What was handed in; the draft where nothing else is given. */
  readonly judgement?: Judgement;
  readonly at: Date;
  readonly thirdAvailable: boolean;
}

/**
 * The task after one rater handed in: what was handed in becomes the judgement for ever, and in the same step the task is
 * resolved, opens a free third slot or goes to the lead. Throws where the slot is not held or there is nothing to hand
 * in; callers look before. The revision is the store's to raise.
 */
export function handInSlot({ task, slotIndex, at, thirdAvailable, ...given }: HandInInput): RatingTask {
  const slot = task.slots[slotIndex];
  const judgement = given.judgement ?? slot?.draft ?? null;
  if (slot?.state !== 'held' || judgement === null) {
    throw new Error(`slot ${slotIndex} of task ${task.id} has nothing to hand in`);
  }
  const handedIn: Slot = {
    ...slot,
    state: 'handed-in',
    leaseUntil: null,
    draft: null,
    judgement,
    handedInAt: at,
  };
  return settleSlots({ ...task, slots: task.slots.with(slotIndex, handedIn) }, thirdAvailable);
}

/** A task whose ratings are resolved, call a third rater, go to the lead, or wait. */
export function settleSlots(task: RatingTask, thirdAvailable: boolean): RatingTask {
  const outcome = resolveTask({ ...task, thirdAvailable });
  switch (outcome.kind) {
    case 'rating':
      return task;
    case 'third':
      return { ...task, state: 'third', slots: withThirdSlot(task.slots) };
    case 'lead':
      return { ...task, state: 'lead' };
    case 'resolved':
      return { ...task, state: 'resolved', resolution: outcome.resolution };
  }
}

function withThirdSlot(slots: readonly Slot[]): readonly Slot[] {
  return slots.filter(({ voided }) => voided === null).length > 2 ? slots : [...slots, FREE_SLOT];
}
