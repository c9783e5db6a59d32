import type { ApplicantId, OrganisationId, PersonId, RequisitionId } from '../kernel/ids.ts';

/** A rater who knows an applicant: declared once, it holds for everything that the applicant writes for the role. */
export interface RatingConflict {
  readonly organisationId: OrganisationId;
  readonly requisitionId: RequisitionId;
  readonly applicantId: ApplicantId;
  readonly raterId: PersonId;
  /** The rater, or a member of the role who knew before anything was given out. */
  readonly declaredBy: PersonId;
  readonly declaredAt: Date;
}
