import type { FollowUp } from '../../ops/relay.ts';
import { stopAttempt, type StopDeps } from './status/stop-attempt.ts';

/** What happens to an attempt after somebody withdrew, also where they began in the same moment. */
export function attemptFollowUps(deps: StopDeps): Readonly<Record<string, readonly FollowUp[]>> {
  const stop: FollowUp = (event) => stopAttempt(deps, event);
  return { 'applicant-withdrew': [stop], 'attempt-begun': [stop] };
}
