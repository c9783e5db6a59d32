import type { ReuseConsent } from '../../../core/calibration/reuse-consent.ts';
import type { Sitting } from '../load-sitting.ts';
import { momentOf } from '../words.ts';

/** Whether raters may learn from somebody's written answers, or what they said to that. */
export interface ReuseQuestion {
  readonly action: string;
  /** When they said yes; null where they have not, or took it back. */
  readonly since: { readonly iso: string; readonly text: string } | null;
}

/** Null where nothing was written that anybody could learn from, and nothing was agreed to. */
export function reuseQuestion(
  { attempt, form, to }: Sitting,
  consent: ReuseConsent | null,
): ReuseQuestion | null {
  const wrote = form.items.some(
    ({ id, kind }) => kind === 'written-response' && attempt.responses[id] !== undefined,
  );
  if (!wrote && consent?.state !== 'given') return null;
  return { action: to.reuse, since: consent?.state === 'given' ? momentOf(consent.at) : null };
}
