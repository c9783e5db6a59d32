import type { Attempt } from './attempt.ts';

/** Whether the page of this writer may change anything; without a number, or with an older one, it only reads. */
export function mayWrite(attempt: Pick<Attempt, 'epoch'>, writer: number | null): boolean {
  return writer === attempt.epoch;
}
