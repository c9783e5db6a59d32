import { createAdjustmentRequestStore } from './adjustment-request-store.ts';
import { createAnalysisRunStore } from './analysis-run-store.ts';
import { createAnalysisStore } from './analysis-store.ts';
import { createApplicantImportStore } from './applicant-import-store.ts';
import { createApplicantImportTextStore } from './applicant-import-text-store.ts';
import { createApplicantStore } from './applicant-store.ts';
import { createAskedPeopleStore } from './asked-people-store.ts';
import { createAttemptStore } from './attempt-store.ts';
import { createAuditStore } from './audit-store.ts';
import { createBulkActionStore } from './bulk-action-store.ts';
import { createCandidateFeedbackStore } from './candidate-feedback-store.ts';
import type { Connection } from './connection.ts';
import { createDrawStore } from './draw-store.ts';
import { createErasureStore } from './erasure-store.ts';
import { createExpertPanelStore } from './expert-panel-store.ts';
import { createFormVersionStore } from './form-version-store.ts';
import { createIndependentViewStore } from './independent-view-store.ts';
import { createLookAgainStore } from './look-again-store.ts';
import { createMailOutboxStore } from './mail-outbox-store.ts';
import { createNormGroupStore } from './norm-group-store.ts';
import { createNoteStore } from './note-store.ts';
import { createOrganisationStore } from './organisation-store.ts';
import { createOutageStore } from './outage-store.ts';
import { createOwnResultStore } from './own-result-store.ts';
import { createPersonStore } from './person-store.ts';
import { createQualityReportStore } from './quality-report-store.ts';
import { createQuarantineStore } from './quarantine-store.ts';
import { createRaterCertificationStore } from './rater-certification-store.ts';
import { createRatedResponseStore } from './rated-response-store.ts';
import { createRatingBatchStore } from './rating-batch-store.ts';
import { createRatingConflictStore } from './rating-conflict-store.ts';
import { createRatingStartStore } from './rating-start-store.ts';
import { createRatingStore } from './rating-store.ts';
import { createRatingTaskStore } from './rating-task-store.ts';
import { createRatingVoidStore } from './rating-void-store.ts';
import { createReferenceConstantsStore } from './reference-constants-store.ts';
import { createRealResponseStore } from './real-response-store.ts';
import { createRequisitionStore } from './requisition-store.ts';
import { createResponseReportStore } from './response-report-store.ts';
import { createReuseConsentStore } from './reuse-consent-store.ts';
import { createRoleProgressStore } from './role-progress-store.ts';
import { createRubricDraftStore } from './rubric-draft-store.ts';
import { createRubricSampleStore } from './rubric-sample-store.ts';
import { createRubricStore } from './rubric-store.ts';
import { createSavedViewStore } from './saved-view-store.ts';
import { createScorecardStore } from './scorecard-store.ts';
import { createScoreStore } from './score-store.ts';
import { createSignInAttemptStore } from './sign-in-attempt-store.ts';
import { createStandingCountStore } from './standing-count-store.ts';
import { createStandingScanStore } from './standing-scan-store.ts';
import { createStandingStore } from './standing-store.ts';

/** Every store but the one of keys, which only scoring and the catalog are given. */
export function createStores(connection: Connection) {
  const stores = {
    organisations: createOrganisationStore(connection),
    people: createPersonStore(connection),
    signInAttempts: createSignInAttemptStore(connection),
    requisitions: createRequisitionStore(connection),
    applicants: createApplicantStore(connection),
    applicantImports: createApplicantImportStore(connection),
    applicantImportTexts: createApplicantImportTextStore(connection),
    expertPanels: createExpertPanelStore(connection),
    formVersions: createFormVersionStore(connection),
    attempts: createAttemptStore(connection),
    quarantine: createQuarantineStore(connection),
    rubrics: createRubricStore(connection),
    rubricDrafts: createRubricDraftStore(connection),
    rubricSamples: createRubricSampleStore(connection),
    ratingTasks: createRatingTaskStore(connection),
    ratingBatches: createRatingBatchStore(connection),
    ratingConflicts: createRatingConflictStore(connection),
    ratingStarts: createRatingStartStore(connection),
    ratings: createRatingStore(connection),
    raterCertifications: createRaterCertificationStore(connection),
    ratingVoids: createRatingVoidStore(connection),
    responseReports: createResponseReportStore(connection),
    reuseConsents: createReuseConsentStore(connection),
    realResponses: createRealResponseStore(connection),
    scores: createScoreStore(connection),
    standings: createStandingStore(connection),
    notes: createNoteStore(connection),
    bulkActions: createBulkActionStore(connection),
    draws: createDrawStore(connection),
    savedViews: createSavedViewStore(connection),
    candidateFeedback: createCandidateFeedbackStore(connection),
    lookAgains: createLookAgainStore(connection),
    askedPeople: createAskedPeopleStore(connection),
    independentViews: createIndependentViewStore(connection),
    scorecards: createScorecardStore(connection),
    ownResults: createOwnResultStore(connection),
    adjustmentRequests: createAdjustmentRequestStore(connection),
    analyses: createAnalysisStore(connection),
    analysisRuns: createAnalysisRunStore(connection),
    qualityReports: createQualityReportStore(connection),
    normGroups: createNormGroupStore(connection),
    referenceConstants: createReferenceConstantsStore(connection),
    mailOutbox: createMailOutboxStore(connection),
    outages: createOutageStore(connection),
    audit: createAuditStore(connection),
  };
  return {
    ...stores,
    roleProgress: createRoleProgressStore(connection),
    standingCounts: createStandingCountStore(connection),
    standingScan: createStandingScanStore(connection),
    ratedResponses: createRatedResponseStore(connection),
    erasure: createErasureStore(connection),
  };
}

export type Stores = ReturnType<typeof createStores>;
