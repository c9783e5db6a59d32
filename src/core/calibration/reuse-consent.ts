import type { ApplicantId, OrganisationId, RequisitionId } from '../kernel/ids.ts';

/** Counts up whenever the words of the question change, so that nobody is held to words they did not read. */
export const CONSENT_VERSION = 1;

/** Whether somebody lets raters learn from their written responses; asked after handing in, and free to change. */
export interface ReuseConsent {
  readonly organisationId: OrganisationId;
  readonly requisitionId: RequisitionId;
  readonly applicantId: ApplicantId;
  readonly state: 'given' | 'withdrawn';
  /** Of the words that were agreed to. */
  readonly version: number;
  readonly at: Date;
}
