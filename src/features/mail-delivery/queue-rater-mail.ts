import type { DomainEvent } from '../../core/kernel/domain-event.ts';
import type { PersonId, RequisitionId } from '../../core/kernel/ids.ts';
import { raterPool } from '../../core/rating/rater-pool.ts';
import { sha256 } from '../../ops/secrets.ts';
import type { QueueDeps } from './queue-mail.ts';

/** Mails about what is a rater's already: the newest says it all. */
const OWN_WORK = ['rating-given', 'rating-due'] as const;
/** Nobody is told more often that a role has responses to take. */
const COLLECT_MS = 4 * 60 * 60 * 1000;

/** What is said once however many batches it is about: `occasion` is the same for all of them. */
async function queueRaterMail(
  { config, stores }: QueueDeps,
  { organisationId, at, facts }: DomainEvent,
  kind: (typeof OWN_WORK)[number],
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
  await stores.mailOutbox.dropUnsent(about, { id, at }, 'replaced', OWN_WORK);
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

/** A third rating, or one that stands in for another, waits for whoever takes it. */
export async function tellThird(deps: QueueDeps, event: DomainEvent): Promise<void> {
  if (event.facts['state'] === 'third') await tellOfFreeSeats(deps, event);
}

/**
 * After seats became free: one mail to each rater of the organisation when four hours are full, counted anew then, so that
 * nobody gets one a response and nothing is told that somebody took meanwhile.
 */
export async function tellOfFreeSeats(
  { config, stores }: QueueDeps,
  { organisationId, at, facts }: DomainEvent,
): Promise<void> {
  if (config.smtpUrl === null) return;
  const requisitionId = facts['requisitionId'] as RequisitionId;
  const requisition = await stores.requisitions.find(organisationId, requisitionId);
  if (requisition === null || requisition.simulated) return;
  const queuedAt = new Date((Math.floor(at.getTime() / COLLECT_MS) + 1) * COLLECT_MS);
  const people = await stores.people.list(organisationId);
  for (const { id: raterId } of raterPool(people, requisition.members)) {
    const id = sha256(`rating-waiting ${requisitionId} ${raterId} ${queuedAt.toISOString()}`);
    await stores.mailOutbox.queue({
      organisationId,
      requisitionId,
      raterId,
      id,
      kind: 'rating-waiting',
      queuedAt,
    });
  }
}
