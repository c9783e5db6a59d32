import type {
  ApplicantId,
  AssessmentId,
  AttemptId,
  ItemId,
  OrganisationId,
  PersonId,
  RequisitionId,
} from '../kernel/ids.ts';
import type { CalibrationUse } from './calibration-use.ts';

/** Never a seed: a batch would hold a copy of the text that nobody could take back. */
export type RealUse = Exclude<CalibrationUse, 'seed'>;

/**
 * A response of an applicant who agreed, as a person masked it, for raters of the organisation to learn from. It is gone
 * with the applicant or their consent.
 */
export interface RealResponse {
  readonly id: string;
  readonly organisationId: OrganisationId;
  readonly requisitionId: RequisitionId;
  readonly applicantId: ApplicantId;
  readonly attemptId: AttemptId;
  readonly assessmentId: AssessmentId;
  readonly itemId: ItemId;
  readonly use: RealUse;
  /** With blocks in place of every word that tells who wrote it. */
  readonly a: string;
  readonly b: string;
  /** Read it, masked it and put it forward. */
  readonly proposedBy: PersonId;
  readonly proposedAt: Date;
}

/** Certification is what needs many: two of three certify, the third trains. */
export const useOfNext = (before: number): RealUse => (before % 3 === 2 ? 'training' : 'certification');
