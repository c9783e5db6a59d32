/**
 * Branded ids. Each is 128 random bits in base64url, made outside core, so it tells neither time nor neighbour;
 * ids of authored content (items, options, criteria, sections) are short words chosen by the author and stable from birth.
 */
declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };

export type OrganisationId = Id<'organisation'>;
export type PersonId = Id<'person'>;
export type RequisitionId = Id<'requisition'>;
export type IntakeId = Id<'intake'>;
export type ApplicantId = Id<'applicant'>;
export type AttemptId = Id<'attempt'>;
export type FormVersionId = Id<'form-version'>;
export type KeyVersionId = Id<'key-version'>;
export type RubricId = Id<'rubric'>;
export type RubricVersionId = Id<'rubric-version'>;
export type RatingTaskId = Id<'rating-task'>;
export type RatingBatchId = Id<'rating-batch'>;
export type LookAgainId = Id<'look-again'>;
export type AdjustmentRequestId = Id<'adjustment-request'>;
export type ExpertPanelId = Id<'expert-panel'>;
export type PanelExpertId = Id<'panel-expert'>;
export type EventId = Id<'event'>;

export type AssessmentId = Id<'assessment'>;
export type SectionId = Id<'section'>;
export type ItemId = Id<'item'>;
export type OptionId = Id<'option'>;
export type CriterionId = Id<'criterion'>;
export type DimensionId = Id<'dimension'>;
