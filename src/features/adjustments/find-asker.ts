import type { Applicant } from '../../core/applicant/applicant.ts';
import type { Attempt } from '../../core/attempt/attempt.ts';
import type { Form } from '../../core/form/form.ts';
import type { ApplicantId } from '../../core/kernel/ids.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { readLinkToken } from '../../ops/link-token.ts';
import type { Organisation } from '../../store/organisation-store.ts';

/** A candidate who asks for a change, and where their page leads. */
export interface Asker {
  readonly applicant: Applicant;
  readonly requisition: Requisition;
  readonly organisation: Organisation;
  readonly form: Form;
  readonly attempt: Attempt | null;
  /** The tab that the page belongs to; null before Begin and where the address does not tell. */
  readonly writer: number | null;
  readonly back: string;
  readonly action: string;
}

type Found = { readonly kind: 'asker'; readonly asker: Asker } | { readonly kind: 'closed' | 'absent' };

/** Who holds an invitation link. `closed`: the page of the link itself says why it leads nowhere. */
export async function findByToken(deps: Deps, token: string): Promise<Found> {
  const target = readLinkToken(deps.secret, 'invitation', token);
  const applicant =
    target === null ? null : await deps.stores.applicants.findByLink(target.id as ApplicantId);
  if (applicant?.state !== 'active') return { kind: 'absent' };
  if (applicant.linkVersion !== target?.version || applicant.stage === 'withdrawn') return { kind: 'closed' };
  const { organisationId, requisitionId, id } = applicant;
  const attempt = await deps.stores.attempts.findByApplicant(organisationId, requisitionId, id);
  const at = `/i/${token}`;
  const asker = await withRole(deps, applicant, attempt, {
    writer: null,
    back: at,
    action: `${at}/adjustments`,
  });
  const mayBegin = asker.requisition.state === 'open';
  return attempt === null && !mayBegin ? { kind: 'closed' } : { kind: 'asker', asker };
}

/** Who sits in a begun attempt; null where the applicant is being erased. */
export async function findByAttempt(
  deps: Deps,
  attempt: Attempt,
  writer: number | null,
): Promise<Asker | null> {
  const { organisationId, requisitionId, applicantId, id } = attempt;
  const applicant = await deps.stores.applicants.find(organisationId, requisitionId, applicantId);
  if (applicant?.state !== 'active') return null;
  const back = `/attempts/${id}${writer === null ? '' : `?writer=${writer}`}`;
  return withRole(deps, applicant, attempt, { writer, back, action: `/attempts/${id}/adjustments` });
}

async function withRole(
  { stores }: Deps,
  applicant: Applicant,
  attempt: Attempt | null,
  place: Pick<Asker, 'writer' | 'back' | 'action'>,
): Promise<Asker> {
  const { organisationId, requisitionId, intakeId } = applicant;
  const [requisition, organisation] = await Promise.all([
    stores.requisitions.find(organisationId, requisitionId),
    stores.organisations.find(organisationId),
  ]);
  const intake = requisition?.intakes.find(({ id }) => id === intakeId);
  const formVersionId = attempt?.formVersionId ?? intake?.formVersionId;
  if (requisition === null || organisation === null || formVersionId === undefined) {
    throw new Error(`applicant ${applicant.id} has lost its role`);
  }
  const form = await stores.formVersions.get(organisationId, formVersionId);
  return { applicant, requisition, organisation, form, attempt, ...place };
}
