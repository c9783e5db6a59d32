import type {
  ApplicantId,
  CriterionId,
  OrganisationId,
  PersonId,
  RequisitionId,
  RubricVersionId,
} from '../kernel/ids.ts';
import type { Criterion, LevelNumber } from '../rubric/rubric.ts';

const LEAST_EVIDENCE = 10;
export const LONGEST_EVIDENCE = 2000;

/** What an interviewer heard on one criterion; the level is null while none is chosen. */
export interface ScorecardEntry {
  readonly criterion: CriterionId;
  readonly level: LevelNumber | 'not-heard' | null;
  readonly evidence: string;
}

/** One interviewer's notes on one applicant: a draft until it is handed in, then as it is for ever. */
export interface Scorecard {
  readonly organisationId: OrganisationId;
  readonly requisitionId: RequisitionId;
  readonly applicantId: ApplicantId;
  readonly personId: PersonId;
  /** Whose criteria and levels it uses: those of the day it was begun. */
  readonly rubricVersionId: RubricVersionId;
  readonly entries: readonly ScorecardEntry[];
  readonly handedInAt: Date | null;
  /** When they read the others' before there was anything of their own; null where they did not. */
  readonly readOthersAt: Date | null;
  readonly rev: number;
}

export interface ScorecardGap {
  readonly criterion: CriterionId;
  readonly missing: 'level' | 'evidence';
}

/** What is still missing before it can be handed in: a level for each criterion, and for each level what it rests on. */
export function scorecardGaps(
  criteria: readonly Pick<Criterion, 'id'>[],
  entries: readonly ScorecardEntry[],
): readonly ScorecardGap[] {
  return criteria.flatMap(({ id }): readonly ScorecardGap[] => {
    const entry = entries.find(({ criterion }) => criterion === id);
    const level = entry?.level ?? null;
    if (level === null) return [{ criterion: id, missing: 'level' }];
    const short = (entry?.evidence.trim().length ?? 0) < LEAST_EVIDENCE;
    return level !== 'not-heard' && short ? [{ criterion: id, missing: 'evidence' }] : [];
  });
}
