import type {
  ApplicantId,
  AttemptId,
  ItemId,
  OrganisationId,
  PersonId,
  RatingTaskId,
  RequisitionId,
} from '../kernel/ids.ts';
import type { HiddenWords } from './hide-words.ts';

/** `identifies`: the text says who wrote it. `at-risk`: somebody may be in danger, and the contact should read it. */
export type ReportKind = 'identifies' | 'at-risk';

/** What a rater noticed about a response beside its levels. It holds no word of the response. */
export interface ResponseReport {
  readonly organisationId: OrganisationId;
  readonly requisitionId: RequisitionId;
  readonly applicantId: ApplicantId;
  readonly attemptId: AttemptId;
  readonly itemId: ItemId;
  readonly taskId: RatingTaskId;
  readonly kind: ReportKind;
  readonly reportedAt: Date;
  /** The places that raters no longer read; only ever for `identifies`. */
  readonly hidden: readonly HiddenWords[];
  readonly closed: { readonly by: PersonId; readonly at: Date } | null;
}
