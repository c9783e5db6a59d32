import type { PersonId } from '../kernel/ids.ts';
import type { Requisition } from './requisition.ts';

export type WithdrawRelease =
  | {
      readonly kind: 'withdrawn';
      readonly changes: Pick<Requisition, 'judgmentRelease' | 'pastReleases'>;
    }
  | { readonly kind: 'not-released' | 'archived' };

/** Keeps Judgment back again. What was seen stays seen, so the release stays on record with its reason. */
export function withdrawRelease(
  { state, judgmentRelease, pastReleases }: Requisition,
  withdrawnBy: PersonId,
  withdrawnAt: Date,
): WithdrawRelease {
  if (state === 'archived') return { kind: 'archived' };
  if (judgmentRelease === null) return { kind: 'not-released' };
  const past = { ...judgmentRelease, withdrawnBy, withdrawnAt };
  return { kind: 'withdrawn', changes: { judgmentRelease: null, pastReleases: [...pastReleases, past] } };
}
