/**
 * How far somebody came with an invitation; `ended` when the link ran out or was revoked before they began, `withdrawn`
 * when they said themselves that they want to stop.
 */
export type InvitationState = 'invited' | 'started' | 'finished' | 'ended' | 'withdrawn';

interface Invited {
  readonly linkExpiresAt: Date;
  readonly withdrawnAt: Date | null;
}

export function invitationState(
  { linkExpiresAt, withdrawnAt }: Invited,
  attemptState: 'open' | 'submitted' | 'expired' | null,
  now: Date,
): InvitationState {
  if (withdrawnAt !== null) return 'withdrawn';
  if (attemptState === 'open') return 'started';
  if (attemptState !== null) return 'finished';
  return linkExpiresAt.getTime() <= now.getTime() ? 'ended' : 'invited';
}
