import { FREE_SLOT } from './free-slot.ts';
import { settleSlots } from './hand-in-slot.ts';
import type { RatingTask } from './rating-task.ts';

interface VoidInput {
  readonly task: RatingTask;
  readonly slotIndex: number;
  readonly reason: string;
  readonly thirdAvailable: boolean;
}

/**
 * The task after a handed-in rating was voided: it stays where it is and counts no longer, and the response is open
 * again. Two ratings that are left are settled as any two are; otherwise a free seat stands in for the voided one.
 */
export function voidSlot({ task, slotIndex, reason, thirdAvailable }: VoidInput): RatingTask {
  const slot = task.slots[slotIndex];
  if (slot?.state !== 'handed-in' || slot.voided !== null) {
    throw new Error(`slot ${slotIndex} of task ${task.id} has no rating to void`);
  }
  const slots = task.slots.with(slotIndex, { ...slot, voided: { reason } });
  const left = slots.filter(({ voided }) => voided === null);
  const open: RatingTask = { ...task, slots, state: 'rating', resolution: null };
  if (left.length < 2) return { ...open, slots: [...slots, FREE_SLOT] };
  return left.every(({ state }) => state === 'handed-in') ? settleSlots(open, thirdAvailable) : open;
}
