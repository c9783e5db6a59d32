import type { ApplicantId, OrganisationId, RequisitionId } from '../../core/kernel/ids.ts';
import type { Deps } from '../../deps.ts';
import type { KeyVersionStore } from '../../store/key-version-store.ts';

/** Scoring is one of the few capabilities that may read keys. */
export interface ScoringDeps extends Pick<Deps, 'clock' | 'logger' | 'stores'> {
  readonly keyVersions: KeyVersionStore;
}

/** Whom a follow-up is about. */
export interface AboutApplicant {
  readonly organisationId: OrganisationId;
  readonly requisitionId: RequisitionId;
  readonly applicantId: ApplicantId;
}
