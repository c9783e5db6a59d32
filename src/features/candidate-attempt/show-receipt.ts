import type { Deps } from '../../deps.ts';
import type { FormState } from '../../http/form-state.ts';
import { redirect, type Reply } from '../../http/reply.ts';
import { addressesOf } from './address.ts';
import { feedbackForm } from './feedback/feedback-form.ts';
import { reuseQuestion } from './feedback/reuse-question.ts';
import { receiptPage } from './receipt-page.ts';
import { sittingOf, type Visit } from './visit.ts';

/** The receipt with the questions about the process, while they are not answered. */
export async function showReceipt(deps: Deps, visit: Visit, form: FormState): Promise<Reply> {
  const sitting = await sittingOf(deps, visit);
  const { organisationId, requisitionId, applicantId, receipt } = sitting.attempt;
  if (receipt === null) return redirect(addressesOf(visit.attempt.id, visit.query.writer ?? null).overview);
  const [keptAside, given, consent] = await Promise.all([
    deps.stores.quarantine.list(sitting.attempt),
    deps.stores.candidateFeedback.isGiven(organisationId, requisitionId, applicantId),
    deps.stores.reuseConsents.find({ organisationId, requisitionId, applicantId }),
  ]);
  const feedback = given ? 'given' : feedbackForm(sitting, form);
  return receiptPage(sitting, receipt, { keptAside, feedback, reuse: reuseQuestion(sitting, consent), form });
}
