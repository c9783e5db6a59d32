import { beginUntil } from '../../core/adjustment/begin-until.ts';
import type { Applicant } from '../../core/applicant/applicant.ts';
import { closes } from '../../core/applicant/decision.ts';
import type { Attempt } from '../../core/attempt/attempt.ts';
import type { Form } from '../../core/form/form.ts';
import type { ApplicantId, FormVersionId } from '../../core/kernel/ids.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { readLinkToken } from '../../ops/link-token.ts';
import type { Organisation } from '../../store/organisation-store.ts';

/** As many requests as their page shows. */
const MOST_READ = 20;

/** What of an invitation its page shows. */
export interface ShownInvitation {
  readonly requisition: Pick<
    Requisition,
    'title' | 'timeMode' | 'revealAt' | 'retention' | 'simulated' | 'confirmation'
  >;
  readonly organisation: Organisation;
  readonly form: Form;
  /** Whether a panel of experts made the key of their intake. */
  readonly byPanel: boolean;
  /** What it was used for already; null before Begin. */
  readonly attempt: Attempt | null;
  readonly beginUntil: Date;
}

/** Everything a genuine link leads to. */
export interface Invitation extends ShownInvitation {
  readonly applicant: Applicant;
  readonly requisition: Requisition;
  readonly formVersionId: FormVersionId;
}

export type FoundInvitation =
  /** Leads to a test that can be begun or goes on. */
  | { readonly kind: 'open'; readonly invitation: Invitation }
  /** Only shows how things stand: it is over, too old to begin with, or the role is no longer open. */
  | { readonly kind: 'over' | 'expired' | 'role-closed'; readonly invitation: Invitation }
  /** Genuine, but a newer one was made. Whoever holds it may be the wrong person. */
  | { readonly kind: 'replaced'; readonly organisation: Organisation }
  | { readonly kind: 'absent' };

/** What a link leads to now. Looking changes nothing. A started attempt can be continued whatever the window says. */
export async function findInvitation(deps: Deps, token: string, now: Date): Promise<FoundInvitation> {
  const target = readLinkToken(deps.secret, 'invitation', token);
  if (target === null) return { kind: 'absent' };
  const applicant = await deps.stores.applicants.findByLink(target.id as ApplicantId);
  if (applicant?.state !== 'active') return { kind: 'absent' };
  const { organisationId, requisitionId } = applicant;
  const organisation = await deps.stores.organisations.find(organisationId);
  const requisition = await deps.stores.requisitions.find(organisationId, requisitionId);
  if (organisation === null || requisition === null) return { kind: 'absent' };
  if (applicant.linkVersion !== target.version) return { kind: 'replaced', organisation };
  const attempt = await deps.stores.attempts.findByApplicant(organisationId, requisitionId, applicant.id);
  const formVersionId = attempt?.formVersionId ?? formVersionFor(requisition, applicant);
  const form = await deps.stores.formVersions.get(organisationId, formVersionId);
  const until = await endOf(deps, applicant, now);
  const invitation = {
    applicant,
    requisition,
    organisation,
    formVersionId,
    form,
    byPanel: requisition.intakes.some(({ id, panelKey }) => id === applicant.intakeId && panelKey !== null),
    attempt,
    beginUntil: until,
  };
  return { kind: kindOf(invitation, now), invitation };
}

/** Asking for a change costs nobody the time to begin. */
async function endOf({ stores }: Deps, applicant: Applicant, now: Date): Promise<Date> {
  const { organisationId, requisitionId, id: applicantId, linkExpiresAt } = applicant;
  const about = { organisationId, requisitionId, applicantId };
  return beginUntil(linkExpiresAt, await stores.adjustmentRequests.listOf(about, MOST_READ), now);
}

function kindOf({ applicant, attempt, requisition, beginUntil }: Invitation, now: Date) {
  if (applicant.stage === 'withdrawn') return 'over';
  // Nobody begins a test for what is decided.
  if (attempt === null && closes(applicant.stage)) return 'over';
  if (attempt !== null) return attempt.state === 'open' ? 'open' : 'over';
  if (requisition.state !== 'open') return 'role-closed';
  return beginUntil <= now ? 'expired' : 'open';
}

function formVersionFor(requisition: Requisition, applicant: Applicant): FormVersionId {
  const intake = requisition.intakes.find(({ id }) => id === applicant.intakeId);
  if (intake === undefined) throw new Error(`applicant ${applicant.id} is in no intake of its requisition`);
  return intake.formVersionId;
}
