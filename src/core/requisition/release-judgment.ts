import type { PersonId } from '../kernel/ids.ts';
import type { Requisition } from './requisition.ts';

type Changes = { readonly changes: Pick<Requisition, 'judgmentRelease'> };
export type ReleaseJudgment =
  ({ readonly kind: 'released' } & Changes) | { readonly kind: 'released-before' | 'simulated' | 'archived' };
export type WithdrawRelease =
  ({ readonly kind: 'withdrawn' } & Changes) | { readonly kind: 'not-released' | 'archived' };

/** Shows Judgment on an author key, with who said so and why. Simulated roles show it anyway. */
export function releaseJudgment(
  { simulated, state, judgmentRelease }: Requisition,
  release: { readonly reason: string; readonly by: PersonId; readonly at: Date },
): ReleaseJudgment {
  if (simulated) return { kind: 'simulated' };
  if (state === 'archived') return { kind: 'archived' };
  if (judgmentRelease !== null) return { kind: 'released-before' };
  return { kind: 'released', changes: { judgmentRelease: release } };
}

/** Keeps Judgment back again. What people have seen stays seen; the audit trail tells from when to when. */
export function withdrawRelease({ state, judgmentRelease }: Requisition): WithdrawRelease {
  if (state === 'archived') return { kind: 'archived' };
  if (judgmentRelease === null) return { kind: 'not-released' };
  return { kind: 'withdrawn', changes: { judgmentRelease: null } };
}
