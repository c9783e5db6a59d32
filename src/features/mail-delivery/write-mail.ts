import type { Attempt } from '../../core/attempt/attempt.ts';
import { composeMail, type ComposedMail } from '../../core/mail/compose-mail.ts';
import { composeLetter } from '../../core/mail/decision-letter.ts';
import { composeResultsMail } from '../../core/mail/results-mail.ts';
import { dropReason } from '../../core/mail/drop-reason.ts';
import type { ApplicantMail, DropReason, Mail, TestMail } from '../../core/mail/mail.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { makeLinkToken } from '../../ops/link-token.ts';
import type { MailedApplicant } from '../../store/applicant-store.ts';
import type { Organisation } from '../../store/organisation-store.ts';
import { writeRaterMail } from './write-rater-mail.ts';

export type WriteDeps = Pick<Deps, 'clock' | 'config' | 'secret' | 'stores'>;

/** Composes a queued mail from what is stored now, or says why it is not sent any more. */
export function writeMail(deps: WriteDeps, mail: Mail): Promise<ComposedMail | DropReason> {
  return mail.to === 'rater' ? writeRaterMail(deps, mail) : writeApplicantMail(deps, mail);
}

async function writeApplicantMail(deps: WriteDeps, mail: ApplicantMail): Promise<ComposedMail | DropReason> {
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
  if (reason !== null) return reason;
  const sources = { applicant, requisition, organisation, attempt };
  const { kind } = mail;
  if (kind === 'decision') return writeLetter(deps, mail, sources);
  if (kind === 'own-results') return writeResultsMail(deps, mail, sources);
  return compose(deps, { ...mail, kind }, sources);
}

interface Sources {
  readonly applicant: MailedApplicant;
  readonly requisition: Requisition;
  readonly organisation: Organisation;
  readonly attempt: Attempt | null;
}

/** In the words of the last decision that the applicant is told. */
async function writeLetter(
  deps: WriteDeps,
  mail: ApplicantMail,
  sources: Sources,
): Promise<ComposedMail | DropReason> {
  const { applicant } = sources;
  const { decisions } = await deps.stores.applicants.findDecisions(applicant);
  const message = decisions.at(-1)?.message ?? null;
  if (message === null) return 'replaced';
  return composeLetter({ ...framedBy(deps, sources), message }, envelopeOf(deps, mail, applicant));
}

const writeResultsMail = (deps: WriteDeps, mail: ApplicantMail, sources: Sources): ComposedMail =>
  composeResultsMail(framedBy(deps, sources), envelopeOf(deps, mail, sources.applicant));

const framedBy = (deps: WriteDeps, { applicant, requisition, organisation }: Sources) => ({
  name: applicant.name,
  organisation: organisation.name,
  roleTitle: requisition.title,
  link: linkOf(deps, applicant),
  contact: { name: organisation.contactName, email: organisation.contactEmail },
});

const linkOf = ({ secret, config }: WriteDeps, { id, linkVersion: version }: MailedApplicant): string =>
  `${config.publicUrl}/i/${makeLinkToken(secret, 'invitation', { id, version })}`;

const envelopeOf = ({ config }: WriteDeps, { id }: Mail, { email }: MailedApplicant) => ({
  mailId: id,
  host: new URL(config.publicUrl).hostname,
  address: email,
});

type AboutTheTest = ApplicantMail & { readonly kind: TestMail };

async function compose(deps: WriteDeps, mail: AboutTheTest, sources: Sources): Promise<ComposedMail> {
  const { applicant, requisition, organisation, attempt } = sources;
  const form = await deps.stores.formVersions.get(organisation.id, formVersionOf(sources));
  const content = {
    kind: mail.kind,
    name: applicant.name,
    organisation: organisation.name,
    roleTitle: requisition.title,
    sections: form.sections,
    timed: attempt?.timed ?? requisition.timeMode.kind === 'timed',
    beginUntil: applicant.linkExpiresAt,
    finishBy: attempt?.endsBy ?? null,
    link: linkOf(deps, applicant),
    contact: { name: organisation.contactName, email: organisation.contactEmail },
    technicalHelp: organisation.technicalHelp,
  };
  return composeMail(content, envelopeOf(deps, mail, applicant));
}

function formVersionOf({ applicant, requisition, attempt }: Sources) {
  if (attempt !== null) return attempt.formVersionId;
  const intake = requisition.intakes.find(({ id }) => id === applicant.intakeId);
  if (intake === undefined) throw new Error(`applicant ${applicant.id} is in no intake of its requisition`);
  return intake.formVersionId;
}
