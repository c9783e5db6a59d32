import type { RatingTask } from '../rating/rating-task.ts';
import type { Requisition } from './requisition.ts';

/** What still goes on in a role. */
export interface OpenWork {
  /** Attempts that were begun and have not ended. */
  readonly attempts: number;
  /** Attempts that ran out of time and wait a day before their rating begins. */
  readonly ratingStarts: number;
  /** Responses whose rating is not settled. */
  readonly tasks: number;
}

/** Responses that are anything but settled. */
export const openTasks = ({
  unallocated,
  rating,
  third,
  lead,
}: Readonly<Record<RatingTask['state'], number>>) => unallocated + rating + third + lead;

export type ArchiveRequisition =
  | { readonly kind: 'archived'; readonly changes: Pick<Requisition, 'state'> }
  | { readonly kind: 'not-closed' | 'work-open' };

/** Puts a closed role away for good, once nothing goes on in it. There is no way back. */
export function archiveRequisition({ state }: Requisition, work: OpenWork): ArchiveRequisition {
  if (state !== 'closed') return { kind: 'not-closed' };
  if (work.attempts + work.ratingStarts + work.tasks > 0) return { kind: 'work-open' };
  return { kind: 'archived', changes: { state: 'archived' } };
}
