import type { Attempt } from '../../core/attempt/attempt.ts';
import { composeMail, type ComposedMail } from '../../core/mail/compose-mail.ts';
import { dropReason } from '../../core/mail/drop-reason.ts';
import type { DropReason, Mail } from '../../core/mail/mail.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { makeLinkToken } from '../../ops/link-token.ts';
import type { MailedApplicant } from '../../store/applicant-store.ts';
import type { Organisation } from '../../store/organisation-store.ts';

export type WriteDeps = Pick<Deps, 'clock' | 'config' | 'secret' | 'stores'>;

/** Composes a queued mail from what is stored now, or says why it is not sent any more. */
export async function writeMail(deps: WriteDeps, mail: Mail): Promise<ComposedMail | DropReason> {
  const { stores } = deps;
  const { organisationId, requisitionId, applicantId } = mail;
  const [applicant, requisition, organisation, attempt] = await Promise.all([
    stores.applicants.findMailed(organisationId, requisitionId, applicantId),
    stores.requisitions.find(organisationId, requisitionId),
    stores.organisations.find(organisationId),
    stores.attempts.findByApplicant(organisationId, requisitionId, applicantId),
  ]);
  if (applicant === null || requisition === null || organisation === null) return 'gone';
  const reason = dropReason({ kind: mail.kind, applicant, requisition, attempt, now: deps.clock() });
  return reason ?? compose(deps, mail, { applicant, requisition, organisation, attempt });
}

interface Sources {
  readonly applicant: MailedApplicant;
  readonly requisition: Requisition;
  readonly organisation: Organisation;
  readonly attempt: Attempt | null;
}

async function compose(deps: WriteDeps, mail: Mail, sources: Sources): Promise<ComposedMail> {
  const { applicant, requisition, organisation, attempt } = sources;
  const { publicUrl } = deps.config;
  const form = await deps.stores.formVersions.get(organisation.id, formVersionOf(sources));
  const token = makeLinkToken(deps.secret, 'invitation', {
    id: applicant.id,
    version: applicant.linkVersion,
  });
  const content = {
    kind: mail.kind,
    name: applicant.name,
    organisation: organisation.name,
    roleTitle: requisition.title,
    sections: form.sections,
    timed: attempt?.timed ?? requisition.timeMode.kind === 'timed',
    beginUntil: applicant.linkExpiresAt,
    finishBy: attempt?.endsBy ?? null,
    link: `${publicUrl}/i/${token}`,
    contact: { name: organisation.contactName, email: organisation.contactEmail },
    technicalHelp: organisation.technicalHelp,
  };
  const host = new URL(publicUrl).hostname;
  return composeMail(content, { mailId: mail.id, host, address: applicant.email });
}

function formVersionOf({ applicant, requisition, attempt }: Sources) {
  if (attempt !== null) return attempt.formVersionId;
  const intake = requisition.intakes.find(({ id }) => id === applicant.intakeId);
  if (intake === undefined) throw new Error(`applicant ${applicant.id} is in no intake of its requisition`);
  return intake.formVersionId;
}
