import type { CreditRefusal } from '../attempt/credit-part.ts';
import type {
  AdjustmentRequestId,
  ApplicantId,
  OrganisationId,
  PersonId,
  RatingTaskId,
  RequisitionId,
  SectionId,
} from '../kernel/ids.ts';

/** What may help, ticked without a reason. */
export const WANTS = [
  'more-time',
  'no-limit',
  'breaks',
  'large-text',
  'other-format',
  'reader-or-writer',
  'talk',
] as const;
export type Want = (typeof WANTS)[number];

/** `waiting` until the applicant begins; the others say why nothing could be given any more. */
export type GrantOutcome = 'waiting' | 'given' | 'reopened' | 'not-offered' | 'withdrawn' | CreditRefusal;

/** Its id is drawn with the form, so that a second click is the same grant; it is the id of the credit too. */
export type Grant = {
  readonly id: string;
  readonly by: PersonId;
  readonly at: Date;
  readonly outcome: GrantOutcome;
} & (
  | { readonly kind: 'time'; readonly sectionId: SectionId; readonly ms: number }
  | { readonly kind: 'no-limit' }
);

/** One step of a request. A grant is named by its id, so that it is described in one place. */
export interface LogEntry {
  readonly at: Date;
  readonly by: PersonId | 'candidate' | 'system';
  readonly what: 'asked' | 'opened' | 'granted' | 'carried-out' | 'answered' | 'declined';
  readonly grantId: string | null;
  readonly text: string | null;
}

/** Somebody needs something to be different. Only people who handle adjustments ever load it. */
export interface AdjustmentRequest {
  readonly id: AdjustmentRequestId;
  readonly organisationId: OrganisationId;
  readonly requisitionId: RequisitionId;
  readonly applicantId: ApplicantId;
  readonly label: string;
  /** `staff`: opened for somebody who asked in another way. `rating`: a response in another language. */
  readonly origin: 'candidate' | 'staff' | 'rating';
  readonly taskId: RatingTaskId | null;
  readonly wants: readonly Want[];
  readonly text: string;
  readonly state: 'open' | 'granted' | 'answered' | 'declined';
  readonly askedAt: Date;
  readonly dueAt: Date;
  /** The latest answer in words, as the candidate reads it. */
  readonly answer: { readonly text: string; readonly at: Date } | null;
  readonly grants: readonly Grant[];
  readonly log: readonly LogEntry[];
  readonly rev: number;
}

/** What one step changes. */
export type RequestChanges = Partial<Pick<AdjustmentRequest, 'state' | 'answer' | 'grants' | 'log'>>;
