import type {
  AssessmentId,
  CriterionId,
  FormVersionId,
  IntakeId,
  KeyVersionId,
  OrganisationId,
  PersonId,
  RequisitionId,
  RubricId,
  RubricVersionId,
} from '../kernel/ids.ts';
import type { RaterGate } from '../calibration/rater-gate.ts';
import type { Retention } from './retention.ts';

/** A task of the job, how often it comes up, and which criteria it needs: the job analysis the weights rest on. */
export interface JobTask {
  readonly text: string;
  readonly often: 'daily' | 'weekly' | 'monthly' | 'rarely';
  readonly criteria: readonly CriterionId[];
}

/**
 * What happens among people who cannot be told apart from the last place: draw lots, invite them all, or let the
 * members decide by further evidence (the interview task).
 */
type PlacesRule = 'draw' | 'invite-all' | 'further-evidence';

/** Usual time: nothing stops. Timed: by part, with the candidate's choice of more. */
export type TimeMode =
  | { readonly kind: 'usual' }
  | { readonly kind: 'timed'; readonly noLimitAllowed: true }
  | { readonly kind: 'timed'; readonly noLimitAllowed: false; readonly reason: string };

/** The expert panel that the key of an intake comes from. */
export interface PanelKey {
  readonly experts: number;
  readonly publishedAt: Date;
}

export interface Intake {
  readonly id: IntakeId;
  readonly opensAt: Date;
  readonly closesAt: Date | null;
  readonly formVersionId: FormVersionId;
  readonly keyVersionId: KeyVersionId;
  readonly rubricVersionId: RubricVersionId;
  readonly decidingColumn: 'written' | 'judgment';
  readonly places: number;
  readonly placesRule: PlacesRule;
  readonly shuffleSeed: string;
  readonly rejectedAt: Date | null;
  /** Null while the key is the authors'. */
  readonly panelKey: PanelKey | null;
}

interface RatingPolicy {
  /** Blind ratings wanted for every response before its criteria are resolved. */
  readonly ratersPerResponse: 2;
  readonly dispute: 'parity';
}

export interface JudgmentRelease {
  readonly reason: string;
  readonly by: PersonId;
  readonly at: Date;
}

export interface PastRelease extends JudgmentRelease {
  readonly withdrawnBy: PersonId;
  readonly withdrawnAt: Date;
}

/** One opening. Members are people who act in it; none of them ever rates in it. */
export interface Requisition {
  readonly id: RequisitionId;
  readonly organisationId: OrganisationId;
  readonly title: string;
  /** Closed: nobody begins, what was begun goes on. Archived: nothing changes any more. */
  readonly state: 'draft' | 'open' | 'closed' | 'archived';
  readonly assessmentId: AssessmentId;
  readonly assessmentTitle: string;
  readonly rubricId: RubricId;
  readonly tasks: readonly JobTask[];
  /** Who confirmed the job analysis, by name and function; null until somebody did. */
  readonly confirmation: { readonly by: string; readonly at: Date } | null;
  readonly timeMode: TimeMode;
  readonly ratingPolicy: RatingPolicy;
  readonly raterGate: RaterGate;
  readonly members: readonly PersonId[];
  readonly revealAt: 'start' | 'shortlist' | 'decision';
  readonly intakes: readonly Intake[];
  /** Everything in a simulated requisition counts only among simulated ones. */
  readonly simulated: boolean;
  /** An owner may show Judgment on an author key, with a recorded reason. */
  readonly judgmentRelease: JudgmentRelease | null;
  /** Releases that were withdrawn, the first one first. */
  readonly pastReleases: readonly PastRelease[];
  readonly retention: Retention;
  /** The day by which candidates hear what was decided; null where nobody has said one. */
  readonly decisionBy: Date | null;
  /** Null while it is not closed. */
  readonly closedAt: Date | null;
  /** From when on its applicants are erased; null where that is not planned, or done. */
  readonly eraseAt: Date | null;
  /** Since when they are being erased by that plan; there is no way back from here. */
  readonly eraseBegunAt: Date | null;
  readonly createdAt: Date;
  readonly rev: number;
}

/** The intake that new invitations join: the last one. Throws where a requisition has none. */
export function currentIntake(requisition: Requisition): Intake {
  const intake = requisition.intakes.at(-1);
  if (intake === undefined) throw new Error(`requisition ${requisition.id} has no intake`);
  return intake;
}
