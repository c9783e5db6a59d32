import { linkExpiry } from '../../core/applicant/link-expiry.ts';
import { readInvitees } from '../../core/applicant/read-invitees.ts';
import { previewMail } from '../../core/mail/compose-mail.ts';
import { currentIntake, type Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';

const SAMPLE_NAME = 'Sam Example';

export interface MailPreview {
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  /** The plain text, paragraph by paragraph and line by line. */
  readonly paragraphs: readonly (readonly string[])[];
}

/** The very mail that would go out now, to the first person typed or to a made-up one, with a link that leads nowhere. */
export async function previewInvitation(
  deps: Deps,
  requisition: Requisition,
  typed: string,
): Promise<MailPreview> {
  const { formVersions, organisations } = deps.stores;
  const { organisationId, title, timeMode } = requisition;
  const organisation = await organisations.find(organisationId);
  if (organisation === null) throw new Error('the organisation of a requisition is gone');
  const form = await formVersions.get(organisationId, currentIntake(requisition).formVersionId);
  const name = readInvitees(typed).invitees[0]?.name ?? SAMPLE_NAME;
  const { subject, text } = previewMail({
    kind: 'invitation',
    name,
    organisation: organisation.name,
    roleTitle: title,
    sections: form.sections,
    timed: timeMode.kind === 'timed',
    beginUntil: linkExpiry(deps.clock()),
    finishBy: null,
    link: `${deps.config.publicUrl}/i/the-link-of-this-person`,
    contact: { name: organisation.contactName, email: organisation.contactEmail },
    technicalHelp: organisation.technicalHelp,
  });
  const paragraphs = text
    .trim()
    .split('\n\n')
    .map((paragraph) => paragraph.split('\n'));
  return { to: name, from: `${organisation.name} <${organisation.contactEmail}>`, subject, paragraphs };
}
