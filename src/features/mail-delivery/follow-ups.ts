import type { FollowUp } from '../../ops/relay.ts';
import { forgetUnsent, queueMail, type QueueDeps } from './queue-mail.ts';
import { remindRater, tellOfFreeSeats, tellRater, tellThird } from './queue-rater-mail.ts';

/** Which events ask for mail. Running one again finds its mail queued. */
export function mailFollowUps(deps: QueueDeps): Readonly<Record<string, readonly FollowUp[]>> {
  const invitation: FollowUp = (event) => queueMail(deps, event, 'invitation');
  const reminder: FollowUp = (event) => queueMail(deps, event, 'reminder');
  const decision: FollowUp = (event) => queueMail(deps, event, 'decision');
  return {
    'applicant-invited': [invitation],
    'invitation-sent-again': [invitation],
    'invitation-link-renewed': [invitation],
    'applicant-address-corrected': [invitation],
    'applicant-reminded': [reminder],
    'unfinished-applicant-reminded': [reminder],
    'invitation-link-extended': [(event) => queueMail(deps, event, 'extended')],
    'applicant-told': [decision],
    'applicant-told-again': [decision],
    'own-results-released': [(event) => queueMail(deps, event, 'own-results')],
    'rating-batch-opened': [(event) => tellRater(deps, event)],
    'rating-batch-due-soon': [(event) => remindRater(deps, event)],
    'response-rated': [(event) => tellThird(deps, event)],
    'rating-voided': [(event) => tellOfFreeSeats(deps, event)],
    'rating-batch-handed-back': [(event) => tellOfFreeSeats(deps, event)],
    'rating-conflict-declared': [(event) => tellOfFreeSeats(deps, event)],
    'invitation-link-revoked': [(event) => forgetUnsent(deps, event, 'link-ended')],
    'applicant-withdrew': [(event) => forgetUnsent(deps, event, 'gone')],
    'attempt-begun': [(event) => forgetUnsent(deps, event, 'begun')],
  };
}
