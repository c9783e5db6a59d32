import type { JudgmentRelease, Requisition } from './requisition.ts';

export type ReleaseJudgment =
  | { readonly kind: 'released'; readonly changes: Pick<Requisition, 'judgmentRelease'> }
  | { readonly kind: 'released-before' | 'simulated' | 'archived' };

/** Shows Judgment on an author key, with who said so and why. Simulated roles show it anyway. */
export function releaseJudgment(
  { simulated, state, judgmentRelease }: Requisition,
  release: JudgmentRelease,
): ReleaseJudgment {
  if (simulated) return { kind: 'simulated' };
  if (state === 'archived') return { kind: 'archived' };
  if (judgmentRelease !== null) return { kind: 'released-before' };
  return { kind: 'released', changes: { judgmentRelease: release } };
}
