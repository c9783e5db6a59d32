import type { DomainEvent } from '../../core/kernel/domain-event.ts';
import type { PersonId, RequisitionId } from '../../core/kernel/ids.ts';
import { RATER_MAILS, type RaterMailKind } from '../../core/mail/mail.ts';
import { sha256 } from '../../ops/secrets.ts';
import type { QueueDeps } from './queue-mail.ts';

/** What is said once however many batches it is about: `occasion` is the same for all of them. */
async function queueRaterMail(
  { config, stores }: QueueDeps,
  { organisationId, at, facts }: DomainEvent,
  kind: RaterMailKind,
  occasion: string,
): Promise<void> {
  if (config.smtpUrl === null) return;
  const requisitionId = facts['requisitionId'] as RequisitionId;
  const raterId = facts['raterId'] as PersonId;
  const requisition = await stores.requisitions.find(organisationId, requisitionId);
  if (requisition === null || requisition.simulated) return;
  const id = sha256(`${kind} ${requisitionId} ${raterId} ${occasion}`);
  const about = { organisationId, requisitionId, raterId };
  await stores.mailOutbox.queue({ ...about, id, kind, queuedAt: at });
  await stores.mailOutbox.dropUnsent(about, { id, at }, 'replaced', RATER_MAILS);
}

/** After batches were opened: one mail an allocation, whatever the number of prompts. Nobody is told what they took. */
export async function tellRater(deps: QueueDeps, event: DomainEvent): Promise<void> {
  const { actor, facts } = event;
  if (actor.kind === 'person' && actor.personId === facts['raterId']) return;
  await queueRaterMail(deps, event, 'rating-given', String(facts['seed']));
}

/** One reminder a rater, role and day, however many batches end with it. */
export const remindRater = (deps: QueueDeps, event: DomainEvent): Promise<void> =>
  queueRaterMail(deps, event, 'rating-due', String(event.facts['dueOn']));
