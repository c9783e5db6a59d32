import type { Slot } from './rating-task.ts';

/** A seat nobody has taken. */
export const FREE_SLOT: Slot = {
  raterId: null,
  state: 'free',
  leaseUntil: null,
  draft: null,
  judgement: null,
  handedInAt: null,
  voided: null,
};
