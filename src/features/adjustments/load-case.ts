import type { Attempt } from '../../core/attempt/attempt.ts';
import type { Form } from '../../core/form/form.ts';
import type { ApplicantId, OrganisationId, RequisitionId } from '../../core/kernel/ids.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';

export interface About {
  readonly organisationId: OrganisationId;
  readonly requisitionId: RequisitionId;
  readonly applicantId: ApplicantId;
}

/** What somebody who handles adjustments works with: a label, a role and the state of the attempt, and no name. */
export interface Case {
  readonly about: About;
  readonly label: string;
  readonly requisition: Requisition;
  readonly form: Form;
  readonly attempt: Attempt | null;
  readonly timed: boolean;
  /** Then nothing is given any more: there is no test to give it to. */
  readonly withdrawn: boolean;
}

/** Null where the applicant was erased. */
export async function loadCase({ stores }: Pick<Deps, 'stores'>, about: About): Promise<Case | null> {
  const { organisationId, requisitionId, applicantId } = about;
  const [applicant, attempt, requisition] = await Promise.all([
    stores.applicants.find(organisationId, requisitionId, applicantId),
    stores.attempts.findByApplicant(organisationId, requisitionId, applicantId),
    stores.requisitions.find(organisationId, requisitionId),
  ]);
  if (applicant?.state !== 'active' || requisition === null) return null;
  const intake = requisition.intakes.find(({ id }) => id === applicant.intakeId);
  const formVersionId = attempt?.formVersionId ?? intake?.formVersionId;
  if (formVersionId === undefined) throw new Error(`applicant ${applicantId} is in no intake of its role`);
  const form = await stores.formVersions.get(organisationId, formVersionId);
  const timed = attempt?.timed ?? requisition.timeMode.kind === 'timed';
  const withdrawn = applicant.stage === 'withdrawn';
  return { about, label: applicant.label, requisition, form, attempt, timed, withdrawn };
}
