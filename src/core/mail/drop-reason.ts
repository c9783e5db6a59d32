import type { Applicant } from '../applicant/applicant.ts';
import { closes } from '../applicant/decision.ts';
import type { Attempt } from '../attempt/attempt.ts';
import type { Requisition } from '../requisition/requisition.ts';
import type { DropReason, MailKind } from './mail.ts';

interface AtSending {
  readonly kind: MailKind;
  readonly applicant: Pick<Applicant, 'state' | 'stage' | 'linkExpiresAt'>;
  readonly requisition: Pick<Requisition, 'state' | 'simulated'>;
  readonly attempt: Pick<Attempt, 'state'> | null;
  readonly now: Date;
}

/** Why a mail that was asked for is not sent any more; null where it is still wanted. Nobody of a simulation gets any. */
export function dropReason({ kind, applicant, requisition, attempt, now }: AtSending): DropReason | null {
  if (applicant.state !== 'active' || applicant.stage === 'withdrawn' || requisition.simulated) return 'gone';
  // Whoever was moved on since hears of that by another letter.
  if (kind === 'decision') return closes(applicant.stage) ? null : 'replaced';
  if (kind === 'own-results') return null;
  if (requisition.state === 'archived') return 'closed';
  if (attempt !== null) return attempt.state !== 'open' ? 'finished' : kind === 'extended' ? 'begun' : null;
  if (requisition.state !== 'open') return 'closed';
  return applicant.linkExpiresAt <= now ? 'link-ended' : null;
}
