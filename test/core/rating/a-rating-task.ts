import type {
  ApplicantId,
  AttemptId,
  CriterionId,
  ItemId,
  OrganisationId,
  PersonId,
  RatingTaskId,
  RequisitionId,
} from '../../../src/core/kernel/ids.ts';
import { FREE_SLOT } from '../../../src/core/rating/free-slot.ts';
import type { Judgement, RatingTask, Slot, UnratableReason } from '../../../src/core/rating/rating-task.ts';
import type { LevelNumber } from '../../../src/core/rubric/rubric.ts';

export const EMPATHY = 'empathy' as CriterionId;
export const COMMUNICATION = 'communication' as CriterionId;
export const CRITERIA = [EMPATHY, COMMUNICATION] as const;
export const person = (name: string) => name as PersonId;

/** A complete judgement of both criteria. */
export function judged(empathy: number, communication: number): Judgement {
  const levels = { [EMPATHY]: empathy as LevelNumber, [COMMUNICATION]: communication as LevelNumber };
  return { levels, unratable: null, spans: [], reason: null };
}

export function unratable(reason: UnratableReason = 'off-topic'): Judgement {
  return { levels: {}, unratable: reason, spans: [], reason: null };
}

export function handedIn(judgement: Judgement, rater = 'rater'): Slot {
  return {
    ...FREE_SLOT,
    raterId: person(rater),
    state: 'handed-in',
    judgement,
    handedInAt: new Date('2026-03-01T10:00:00Z'),
  };
}

export function held(draft: Judgement | null, rater = 'rater'): Slot {
  return { ...FREE_SLOT, raterId: person(rater), state: 'held', draft };
}

export function aRatingTask(parts: Partial<RatingTask> = {}): RatingTask {
  return {
    id: 'task' as RatingTaskId,
    organisationId: 'organisation' as OrganisationId,
    requisitionId: 'requisition' as RequisitionId,
    applicantId: 'applicant' as ApplicantId,
    attemptId: 'attempt' as AttemptId,
    itemId: 'p1' as ItemId,
    anchorHash: 'anchors',
    criteria: CRITERIA,
    slots: [],
    notRaterIds: [],
    state: 'unallocated',
    resolution: null,
    rev: 0,
    ...parts,
  };
}
