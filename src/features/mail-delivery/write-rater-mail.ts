import { passGate } from '../../core/calibration/rater-gate.ts';
import type { ComposedMail } from '../../core/mail/compose-mail.ts';
import type { DropReason, RaterMail } from '../../core/mail/mail.ts';
import { composeRaterMail } from '../../core/mail/rater-mail.ts';
import { openSeat } from '../../core/rating/open-seat.ts';
import { raterPool } from '../../core/rating/rater-pool.ts';
import type { RatingTask } from '../../core/rating/rating-task.ts';
import type { Deps } from '../../deps.ts';

type WriteDeps = Pick<Deps, 'clock' | 'config' | 'stores'>;

/** Counts anew what still waits for the rater: nothing is sent about work that is done or went to others. */
export async function writeRaterMail(deps: WriteDeps, mail: RaterMail): Promise<ComposedMail | DropReason> {
  const { stores, config } = deps;
  const { organisationId, requisitionId, raterId, kind } = mail;
  const [person, requisition, organisation, work] = await Promise.all([
    stores.people.find(organisationId, raterId),
    stores.requisitions.find(organisationId, requisitionId),
    stores.organisations.find(organisationId),
    kind === 'rating-waiting' ? countFree(deps, mail) : countWork(deps, mail),
  ]);
  if (person === null || requisition === null || organisation === null || requisition.simulated)
    return 'gone';
  if (raterPool([person], requisition.members).length === 0) return 'gone';
  if (requisition.state === 'archived') return 'closed';
  if (work.responses === 0) return 'finished';
  return composeRaterMail(
    {
      kind,
      name: person.name,
      organisation: organisation.name,
      roleTitle: requisition.title,
      ...work,
      link: `${config.publicUrl}/rating`,
      contact: { name: organisation.contactName, email: organisation.contactEmail },
    },
    { mailId: mail.id, host: new URL(config.publicUrl).hostname, address: person.email },
  );
}

/** Responses in open batches that are still this rater's; a reminder looks at batches with a day only. */
async function countWork(
  { stores }: WriteDeps,
  { organisationId, requisitionId, raterId, kind }: RaterMail,
): Promise<{ readonly responses: number; readonly dueAt: Date | null }> {
  const [open, held] = await Promise.all([
    stores.ratingBatches.listOpen(organisationId, requisitionId),
    stores.ratingTasks.listHeld(organisationId, raterId),
  ]);
  const own = open.filter(
    (batch) => batch.raterId === raterId && (kind === 'rating-given' || batch.dueAt !== null),
  );
  const inBatch = new Set(own.flatMap(({ taskIds }) => taskIds));
  const days = own
    .flatMap(({ dueAt }) => dueAt ?? [])
    .sort((left, right) => left.getTime() - right.getTime());
  return { responses: held.filter(({ id }) => inBatch.has(id)).length, dueAt: days[0] ?? null };
}

/** Responses of the role that this rater may take now, which is where the desk lists them. */
async function countFree(
  { stores, clock }: WriteDeps,
  { organisationId, requisitionId, raterId }: RaterMail,
): Promise<{ readonly responses: number; readonly dueAt: null }> {
  const now = clock();
  const [requisition, open, certifications] = await Promise.all([
    stores.requisitions.find(organisationId, requisitionId),
    stores.ratingTasks.listOpen(organisationId, raterId, now),
    stores.raterCertifications.listOfRater(organisationId, raterId),
  ]);
  const mayTake = (task: RatingTask): boolean => {
    const own = certifications.find(({ anchorHash }) => anchorHash === task.anchorHash) ?? null;
    return (
      requisition !== null &&
      task.requisitionId === requisitionId &&
      openSeat(task, raterId, now) !== null &&
      passGate(requisition.raterGate, task.anchorHash, own, now).kind === 'open'
    );
  };
  return { responses: open.filter(mayTake).length, dueAt: null };
}
