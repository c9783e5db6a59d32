import type { Applicant } from '../../core/applicant/applicant.ts';
import type { Deps } from '../../deps.ts';
import type { FormState } from '../../http/form-state.ts';
import { redirect, type Reply } from '../../http/reply.ts';
import { makeLinkToken } from '../../ops/link-token.ts';
import { addressesOf } from './address.ts';
import { feedbackForm } from './feedback/feedback-form.ts';
import { receiptPage } from './receipt-page.ts';
import { sittingOf, type Visit } from './visit.ts';

/** The receipt with the questions about the process, while they are not answered. */
export async function showReceipt(deps: Deps, visit: Visit, form: FormState): Promise<Reply> {
  const sitting = await sittingOf(deps, visit);
  const { organisationId, requisitionId, applicantId, receipt } = sitting.attempt;
  if (receipt === null) return redirect(addressesOf(visit.attempt.id, visit.query.writer ?? null).overview);
  const [keptAside, given, applicant] = await Promise.all([
    deps.stores.quarantine.list(sitting.attempt),
    deps.stores.candidateFeedback.isGiven(organisationId, requisitionId, applicantId),
    deps.stores.applicants.find(organisationId, requisitionId, applicantId),
  ]);
  const feedback = given ? 'given' : feedbackForm(sitting, form);
  return receiptPage(sitting, receipt, {
    keptAside,
    feedback,
    form,
    statusHref: statusHref(deps, applicant),
  });
}

/** Where a link was replaced, this device may be one that the new link is kept from. */
function statusHref({ secret }: Deps, applicant: Applicant | null): string | null {
  if (applicant?.linkVersion !== 0) return null;
  return `/i/${makeLinkToken(secret, 'invitation', { id: applicant.id, version: 0 })}`;
}
