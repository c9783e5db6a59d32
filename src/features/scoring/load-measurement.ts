import type { Applicant } from '../../core/applicant/applicant.ts';
import type { Attempt } from '../../core/attempt/attempt.ts';
import type { Form } from '../../core/form/form.ts';
import type { Intake } from '../../core/requisition/requisition.ts';
import type { RubricVersion } from '../../core/rubric/rubric.ts';
import { nextRubricVersion } from './next-rubric-version.ts';
import type { AboutApplicant, ScoringDeps } from './scoring-deps.ts';

/** An applicant with what their intake measures them by. */
export interface Measurement {
  readonly requisitionRev: number;
  readonly applicant: Applicant;
  readonly intake: Intake;
  readonly attempt: Attempt | null;
  readonly form: Form;
  /** The one that counts, and the one the intake is changing to where it is. */
  readonly rubricVersions: readonly RubricVersion[];
}

/** Fresh reads of everything a score comes from; null for an applicant who is gone or being erased. */
export async function loadMeasurement(
  { stores }: ScoringDeps,
  { organisationId, requisitionId, applicantId }: AboutApplicant,
): Promise<Measurement | null> {
  const [requisition, applicant] = await Promise.all([
    stores.requisitions.find(organisationId, requisitionId),
    stores.applicants.find(organisationId, requisitionId, applicantId),
  ]);
  if (requisition === null || applicant?.state !== 'active') return null;
  const intake = requisition.intakes.find(({ id }) => id === applicant.intakeId);
  if (intake === undefined) throw new Error(`applicant ${applicantId} is in no intake of ${requisitionId}`);
  const attempt = await stores.attempts.findByApplicant(organisationId, requisitionId, applicantId);
  const [form, counting, rubric] = await Promise.all([
    stores.formVersions.get(organisationId, attempt?.formVersionId ?? intake.formVersionId),
    stores.rubrics.getVersion(organisationId, intake.rubricVersionId),
    stores.rubricDrafts.get(requisition),
  ]);
  const next = nextRubricVersion(rubric, intake);
  const rubricVersions = next === null ? [counting] : [counting, next];
  return { requisitionRev: requisition.rev, applicant, intake, attempt, form, rubricVersions };
}
