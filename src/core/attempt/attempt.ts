import type { ResponseValue } from '../item/response-value.ts';
import type {
  ApplicantId,
  AttemptId,
  FormVersionId,
  ItemId,
  OrganisationId,
  RequisitionId,
  SectionId,
} from '../kernel/ids.ts';

/** Chosen by the candidate without proof before the first part starts. */
export const TIME_CHOICES = ['usual', 'plus-25', 'plus-50', 'plus-100', 'no-limit'] as const;
export type TimeChoice = (typeof TIME_CHOICES)[number];

/** Added to a part's clock once, whoever repeats it. Reason and actor live elsewhere. */
export interface Credit {
  readonly id: string;
  readonly ms: number;
}

/** A part's clock. `deadlineMs` is epoch milliseconds that only credits change; null means no limit. */
export interface PartClock {
  readonly state: 'waiting' | 'running' | 'closed';
  readonly startedAt: Date | null;
  readonly deadlineMs: number | null;
  readonly creditMs: number;
  readonly credits: readonly Credit[];
  readonly closedAt: Date | null;
  /** `hand-in` by the candidate, `time` by the clock. */
  readonly closedBy: 'hand-in' | 'time' | null;
}

export interface StoredResponse {
  readonly epoch: number;
  readonly seq: number;
  readonly value: ResponseValue;
  readonly hash: string;
  readonly savedAt: Date;
  /** 0 in time; otherwise how late inside the grace period it came, in ms. */
  readonly lateByMs: number;
}

export interface Receipt {
  readonly code: string;
  readonly at: Date;
  readonly count: number;
  /** SHA-256 over the canonical form of all stored responses. */
  readonly hash: string;
  readonly items: Readonly<Record<ItemId, number>>;
}

export interface Beat {
  readonly atMs: number;
  readonly epoch: number;
  readonly sectionId: SectionId;
}

/** One sitting of one applicant. Everything about it is in this one document. */
export interface Attempt {
  readonly id: AttemptId;
  readonly organisationId: OrganisationId;
  readonly requisitionId: RequisitionId;
  readonly applicantId: ApplicantId;
  readonly attemptNumber: number;
  readonly formVersionId: FormVersionId;
  readonly state: 'open' | 'submitted' | 'expired';
  /** The writer that may save now; only begin, resume and "continue here" raise it. */
  readonly epoch: number;
  /** Hashes of the cookies of the devices it was opened on. */
  readonly bindings: readonly string[];
  readonly timed: boolean;
  /** False where the requisition has recorded why speed is part of the job. */
  readonly noLimitAllowed: boolean;
  readonly timeChoice: TimeChoice;
  readonly noticeVersion: string;
  readonly noticeReadAt: Date;
  readonly assistanceAcknowledgedAt: Date | null;
  readonly beganAt: Date;
  readonly endsBy: Date;
  readonly finishedAt: Date | null;
  readonly parts: Readonly<Record<SectionId, PartClock>>;
  readonly responses: Readonly<Record<ItemId, StoredResponse>>;
  /** Items the candidate wants to look at again. */
  readonly reminders: readonly ItemId[];
  readonly receipt: Receipt | null;
  /** The last sign of life of the writer in a running part; null before the first. */
  readonly lastBeat: Beat | null;
  /** Goes up with every change but a heartbeat, so that closing can insist on what it has read. */
  readonly rev: number;
}
