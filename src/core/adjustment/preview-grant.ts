import type { Attempt } from '../attempt/attempt.ts';
import { creditPart, type CreditPart } from '../attempt/credit-part.ts';
import type { Section } from '../form/form.ts';

/** `before-begin`: it is kept and added when the applicant begins. */
export type GrantPreview =
  | { readonly kind: 'before-begin' }
  | { readonly kind: 'refused'; readonly reason: 'withdrawn' }
  | Exclude<CreditPart, { kind: 'given-before' }>;

interface Sitting {
  /** Null before the applicant has begun. */
  readonly attempt: Attempt | null;
  readonly timed: boolean;
  readonly withdrawn: boolean;
}

/** What more time for a part would do now. */
export function previewGrant(
  { attempt, timed, withdrawn }: Sitting,
  section: Section,
  ms: number,
  nowMs: number,
): GrantPreview {
  if (withdrawn) return { kind: 'refused', reason: 'withdrawn' };
  if (attempt === null) return timed ? { kind: 'before-begin' } : { kind: 'refused', reason: 'no-limit' };
  const preview = creditPart({ attempt, section, credit: { id: '', ms }, nowMs });
  // No credit has an empty id.
  return preview.kind === 'given-before' ? { kind: 'refused', reason: 'over' } : preview;
}

/** A share of a part's usual limit, in ms. */
export const shareOfPart = ({ minutes }: Pick<Section, 'minutes'>, percent: number): number =>
  Math.round((minutes * 60_000 * percent) / 100);
