/** How far somebody came with an invitation; `ended` when the link ran out or was withdrawn before they began. */
export type InvitationState = 'invited' | 'started' | 'finished' | 'ended';

export function invitationState(
  linkExpiresAt: Date,
  attemptState: 'open' | 'submitted' | 'expired' | null,
  now: Date,
): InvitationState {
  if (attemptState === 'open') return 'started';
  if (attemptState !== null) return 'finished';
  return linkExpiresAt.getTime() <= now.getTime() ? 'ended' : 'invited';
}
