import type {
  ApplicantId,
  CriterionId,
  ItemId,
  OrganisationId,
  PersonId,
  RequisitionId,
} from '../kernel/ids.ts';
import type { LevelNumber } from '../rubric/rubric.ts';

/** Experts who have to agree before a response may certify anybody. */
export const EXPERTS_NEEDED = 3;

type Levels = Readonly<Record<CriterionId, LevelNumber>>;

/** What one expert says about a calibration response. */
export interface ExpertOpinion {
  readonly expertId: PersonId;
  readonly levels: Levels;
  readonly because: string;
  readonly at: Date;
}

/** An applicant, as every erasure looks for them. */
export interface Writer {
  readonly requisitionId: RequisitionId;
  readonly applicantId: ApplicantId;
}

/** A calibration response under one set of anchors, with what experts of the organisation say of it. */
export interface LevelAgreement {
  readonly id: string;
  readonly organisationId: OrganisationId;
  readonly anchorHash: string;
  readonly itemId: ItemId;
  readonly responseId: string;
  /** Who wrote it, so that an erasure finds what experts said of it; null for an authored response. */
  readonly writer: Writer | null;
  /** The latest of each expert, the first expert first. */
  readonly opinions: readonly ExpertOpinion[];
  /** Once they agree it stays as it is. */
  readonly agreed: Levels | null;
  readonly rev: number;
}

export type AgreementOutcome =
  | { readonly kind: 'waiting'; readonly missing: number }
  | { readonly kind: 'disputed'; readonly criteria: readonly CriterionId[] }
  | { readonly kind: 'agreed'; readonly levels: Levels };

/**
 * Whether experts agree: at least three, on every criterion at most one level apart and more than half of them on the
 * same one, which is the level. A mean would be a level that nobody gave.
 */
export function agreeOnLevels(
  opinions: readonly ExpertOpinion[],
  criteria: readonly CriterionId[],
): AgreementOutcome {
  if (opinions.length < EXPERTS_NEEDED) return { kind: 'waiting', missing: EXPERTS_NEEDED - opinions.length };
  const levels: Record<CriterionId, LevelNumber> = {};
  const disputed: CriterionId[] = [];
  for (const criterion of criteria) {
    const level = commonLevel(opinions.flatMap((opinion) => opinion.levels[criterion] ?? []));
    if (level === null) disputed.push(criterion);
    else levels[criterion] = level;
  }
  return disputed.length > 0 ? { kind: 'disputed', criteria: disputed } : { kind: 'agreed', levels };
}

function commonLevel(given: readonly LevelNumber[]): LevelNumber | null {
  if (Math.max(...given) - Math.min(...given) > 1) return null;
  return given.find((level) => given.filter((other) => other === level).length * 2 > given.length) ?? null;
}

/** The opinions after this one: an expert's earlier one gives way, in its place. */
export function withOpinion(
  opinions: readonly ExpertOpinion[],
  opinion: ExpertOpinion,
): readonly ExpertOpinion[] {
  const place = opinions.findIndex(({ expertId }) => expertId === opinion.expertId);
  return place === -1 ? [...opinions, opinion] : opinions.with(place, opinion);
}
