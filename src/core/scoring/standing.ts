import type {
  ApplicantId,
  AttemptId,
  CriterionId,
  IntakeId,
  ItemId,
  OrganisationId,
  RequisitionId,
  RubricVersionId,
} from '../kernel/ids.ts';
import type { Stage } from '../applicant/applicant.ts';

/** What has been done; staff decisions are the stage. */
export type Evidence =
  | { readonly kind: 'invited' }
  | { readonly kind: 'in-progress' }
  | { readonly kind: 'waiting-for-rating'; readonly rated: number; readonly wanted: number }
  | { readonly kind: 'waiting-for-third'; readonly open: number }
  /** They withdrew before everything was rated: nothing waits for anybody. */
  | { readonly kind: 'stopped' }
  | { readonly kind: 'complete' }
  | { readonly kind: 'part-missing'; readonly missing: readonly string[] };

export const EVIDENCE_KINDS = [
  'invited',
  'in-progress',
  'waiting-for-rating',
  'waiting-for-third',
  'stopped',
  'complete',
  'part-missing',
] as const satisfies readonly Evidence['kind'][];

/**
 * Level of one criterion on one prompt: 1 to 5, halves and thirds possible, with what it rests on: the mean of two
 * raters, a third rater, the lead, or an empty response that counts as the lowest level. Null has its reason.
 */
export type PromptLevel =
  | { readonly level: number; readonly basis: 'mean' | 'third' | 'lead' | 'empty'; readonly reason: null }
  | {
      readonly level: null;
      readonly basis: null;
      readonly reason: 'not-rated-here' | 'waiting' | 'stopped' | 'unratable' | 'missing';
    };

export type CriterionStanding = {
  readonly criterion: CriterionId;
  readonly score: ColumnScore;
  readonly prompts: Readonly<Record<ItemId, PromptLevel>>;
};

export type ScoreReason =
  | 'waiting'
  | 'stopped'
  | 'too-few-prompts'
  | 'too-few-answered'
  | 'flat-ratings'
  | 'not-started'
  | 'part-missing'
  | 'no-such-part';

/** 0 to 100, or null with the reason. */
export type ColumnScore =
  { readonly value: number; readonly reason: null } | { readonly value: null; readonly reason: ScoreReason };

export interface JudgmentColumn {
  readonly score: ColumnScore;
  /** Situations answered and asked: below 60 % there is no score. */
  readonly answered: number;
  readonly asked: number;
  /** An author key is on trial: kept back in real requisitions until a panel key or a release with a reason. */
  readonly keyStatus: 'author' | 'panel';
}

/** The sum of its tasks goes down where somebody withdraws: what raters still had to do is taken away. */
export interface StandingSources {
  /** Says which key counts. */
  readonly requisition: number;
  readonly applicant: number;
  readonly attempt: number;
  readonly tasks: number;
}

/** Read model: one row per applicant and rubric version, recomputed whole after any event. No names in it. */
export interface Standing {
  readonly organisationId: OrganisationId;
  readonly requisitionId: RequisitionId;
  readonly intakeId: IntakeId;
  readonly applicantId: ApplicantId;
  readonly attemptId: AttemptId | null;
  readonly rubricVersionId: RubricVersionId;
  readonly label: string;
  /** Place in the intake's one seeded shuffle: the default order, the same for everybody. */
  readonly shuffleRank: number;
  readonly stage: Stage;
  readonly evidence: Evidence;
  readonly judgment: JudgmentColumn;
  readonly written: ColumnScore;
  /** By criterion in the order of the rubric version. */
  readonly criteria: readonly CriterionStanding[];
  /** Revisions of what it was computed from; an older computation never overwrites a newer one. */
  readonly sources: StandingSources;
  readonly finishedAt: Date | null;
}
