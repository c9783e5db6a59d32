import type { DomainEvent } from '../../core/kernel/domain-event.ts';
import type { ApplicantId, RequisitionId } from '../../core/kernel/ids.ts';
import { MAIL_KINDS, TEST_MAILS, type DropReason, type MailKind } from '../../core/mail/mail.ts';
import type { Deps } from '../../deps.ts';

export type QueueDeps = Pick<Deps, 'config' | 'stores'>;

/** Queues one mail for an event, however often it is passed on. What waited for the same person goes out no more. */
export async function queueMail(deps: QueueDeps, event: DomainEvent, kind: MailKind): Promise<void> {
  if (deps.config.smtpUrl === null) return;
  const about = aboutOf(event);
  const requisition = await deps.stores.requisitions.find(about.organisationId, about.requisitionId);
  if (requisition === null || requisition.simulated) return;
  await deps.stores.mailOutbox.queue({ ...about, id: event.id, kind, queuedAt: event.at });
  await deps.stores.mailOutbox.dropUnsent(about, event, 'replaced', replacedBy(kind));
}

/** Results are told besides the decision, and a decision ends what was to be told about the test. */
function replacedBy(kind: MailKind): readonly MailKind[] {
  if (kind === 'own-results') return ['own-results'];
  return kind === 'decision' ? [...TEST_MAILS, 'decision'] : TEST_MAILS;
}

/** After a link was revoked or used, mail that did not go out is no longer anybody's worry. */
export function forgetUnsent(deps: QueueDeps, event: DomainEvent, reason: DropReason): Promise<void> {
  const kinds = reason === 'gone' ? MAIL_KINDS : TEST_MAILS;
  return deps.stores.mailOutbox.dropUnsent(aboutOf(event), event, reason, kinds);
}

function aboutOf({ organisationId, type, facts }: DomainEvent) {
  const { requisitionId, applicantId } = facts;
  if (typeof requisitionId !== 'string' || typeof applicantId !== 'string')
    throw new Error(`event ${type} does not say whom it is about`);
  return {
    organisationId,
    requisitionId: requisitionId as RequisitionId,
    applicantId: applicantId as ApplicantId,
  };
}
