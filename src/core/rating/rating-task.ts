import type {
  ApplicantId,
  AttemptId,
  CriterionId,
  ItemId,
  OrganisationId,
  PersonId,
  RatingTaskId,
  RequisitionId,
} from '../kernel/ids.ts';
import type { LevelNumber } from '../rubric/rubric.ts';

export const UNRATABLE_REASONS = [
  'blank',
  'off-topic',
  'other-language',
  'to-escalate',
  'technical',
] as const;
export type UnratableReason = (typeof UNRATABLE_REASONS)[number];

/** Words of the verbatim response that support a level, as UTF-16 offsets [start, end) into step a or b. */
export interface Span {
  readonly criterion: CriterionId;
  readonly step: 'a' | 'b';
  readonly start: number;
  readonly end: number;
}

/** What one rater says about one response: a level for every criterion of the prompt, or why it cannot be rated. */
export interface Judgement {
  readonly levels: Readonly<Record<CriterionId, LevelNumber>>;
  readonly unratable: UnratableReason | null;
  readonly spans: readonly Span[];
  readonly reason: string | null;
}

/** A seat for one rater. Levels of a handed-in slot never change; a void opens a replacement. */
export interface Slot {
  readonly raterId: PersonId | null;
  readonly state: 'free' | 'held' | 'handed-in';
  readonly leaseUntil: Date | null;
  /** The rater's own, may be half-finished, until the batch is handed in. */
  readonly draft: Judgement | null;
  /** How often the draft was saved; left out before the first time. Whoever saves says which one they saw. */
  readonly draftNumber?: number;
  readonly judgement: Judgement | null;
  readonly handedInAt: Date | null;
  readonly voided: { readonly reason: string } | null;
}

export type CriterionResolution =
  | { readonly kind: 'mean' | 'third'; readonly level: number }
  | { readonly kind: 'lead'; readonly level: LevelNumber; readonly by: PersonId; readonly reason: string };

export type Resolution =
  | { readonly kind: 'rated'; readonly criteria: Readonly<Record<CriterionId, CriterionResolution>> }
  | {
      /** Only ever decided by the lead, after two raters could not rate it. */
      readonly kind: 'unratable';
      readonly reason: UnratableReason;
      readonly by: PersonId;
      readonly because: string;
    };

/** One response under one set of anchors, with at most eight slots. */
export interface RatingTask {
  readonly id: RatingTaskId;
  readonly organisationId: OrganisationId;
  readonly requisitionId: RequisitionId;
  readonly applicantId: ApplicantId;
  readonly attemptId: AttemptId;
  readonly itemId: ItemId;
  readonly anchorHash: string;
  readonly criteria: readonly CriterionId[];
  readonly slots: readonly Slot[];
  /** Nobody of these may take a free slot: raters of it already, and declared conflicts. */
  readonly notRaterIds: readonly PersonId[];
  /** `third` while a third rater is wanted, `lead` when only the lead can settle it. */
  readonly state: 'unallocated' | 'rating' | 'third' | 'lead' | 'resolved';
  readonly resolution: Resolution | null;
  readonly rev: number;
}
