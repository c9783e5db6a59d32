import type {
  CriterionId,
  ItemId,
  OrganisationId,
  PersonId,
  RatingBatchId,
  RatingTaskId,
  RequisitionId,
} from '../kernel/ids.ts';

/** What one rater works through: one prompt, in an order of their own, one order of criteria. */
export interface RatingBatch {
  readonly id: RatingBatchId;
  readonly organisationId: OrganisationId;
  readonly requisitionId: RequisitionId;
  readonly raterId: PersonId;
  readonly itemId: ItemId;
  readonly criteriaOrder: readonly CriterionId[];
  readonly taskIds: readonly RatingTaskId[];
  readonly state: 'open' | 'handed-in';
  readonly createdAt: Date;
  readonly handedInAt: Date | null;
  readonly rev: number;
}
