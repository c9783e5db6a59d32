import type {
  CriterionId,
  ItemId,
  OrganisationId,
  PersonId,
  RatingBatchId,
  RatingTaskId,
  RequisitionId,
} from '../kernel/ids.ts';
import type { Judgement } from './rating-task.ts';

/**
 * A calibration response mixed into a batch: rated like the others and never counted in a score. It carries its text and
 * no level, because what the desk can read a rater might see.
 */
export interface Seed {
  /** Looks like the id of a task. */
  readonly id: RatingTaskId;
  readonly responseId: string;
  /** Where it stands among the responses, from 0. */
  readonly place: number;
  readonly a: string;
  readonly b: string;
  readonly draft: Judgement | null;
  /** As in a slot. */
  readonly draftNumber?: number;
}

/** What one rater works through: one prompt, in an order of their own, one order of criteria. */
export interface RatingBatch {
  readonly id: RatingBatchId;
  readonly organisationId: OrganisationId;
  readonly requisitionId: RequisitionId;
  readonly raterId: PersonId;
  readonly itemId: ItemId;
  readonly criteriaOrder: readonly CriterionId[];
  readonly taskIds: readonly RatingTaskId[];
  readonly seeds: readonly Seed[];
  readonly state: 'open' | 'handed-in' | 'handed-back';
  readonly createdAt: Date;
  /** Until when it should be handed in; null where nobody set a day. Nothing is taken away when it passes. */
  readonly dueAt: Date | null;
  readonly handedInAt: Date | null;
  /** What was handed in, response by response; only until the slots hold it. */
  readonly judgements?: Readonly<Record<RatingTaskId, Judgement>>;
  /** Why the rater could not rate it; its responses went to others. */
  readonly handedBack: { readonly at: Date; readonly because: string } | null;
  readonly rev: number;
}
