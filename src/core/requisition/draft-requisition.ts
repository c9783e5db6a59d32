import type {
  AssessmentId,
  FormVersionId,
  IntakeId,
  KeyVersionId,
  OrganisationId,
  PersonId,
  RequisitionId,
  RubricId,
  RubricVersionId,
} from '../kernel/ids.ts';
import { USUAL_GATE } from '../calibration/rater-gate.ts';
import type { PanelKey, Requisition } from './requisition.ts';
import { USUAL_RETENTION } from './retention.ts';

interface Adopted {
  readonly id: RequisitionId;
  readonly organisationId: OrganisationId;
  readonly title: string;
  readonly assessmentId: AssessmentId;
  readonly assessmentTitle: string;
  readonly creatorId: PersonId;
  readonly intakeId: IntakeId;
  readonly formVersionId: FormVersionId;
  readonly keyVersionId: KeyVersionId;
  readonly panelKey: PanelKey | null;
  readonly rubricId: RubricId;
  readonly rubricVersionId: RubricVersionId;
  readonly shuffleSeed: string;
  /** Fixed for ever: everything in it, a visitor's own attempt too, counts only among simulated ones. */
  readonly simulated: boolean;
  readonly now: Date;
}

/** A new role with its assessment pinned and nothing settled yet: 0 places is what readiness complains about. */
export function draftRequisition(adopted: Adopted): Requisition {
  const { id, organisationId, title, assessmentId, assessmentTitle, rubricId, now } = adopted;
  return {
    id,
    organisationId,
    title,
    state: 'draft',
    assessmentId,
    assessmentTitle,
    rubricId,
    tasks: [],
    confirmation: null,
    timeMode: { kind: 'timed', noLimitAllowed: true },
    ratingPolicy: { ratersPerResponse: 2, dispute: 'parity' },
    members: [adopted.creatorId],
    revealAt: 'shortlist',
    intakes: [
      {
        id: adopted.intakeId,
        opensAt: now,
        closesAt: null,
        formVersionId: adopted.formVersionId,
        keyVersionId: adopted.keyVersionId,
        rubricVersionId: adopted.rubricVersionId,
        decidingColumn: 'written',
        places: 0,
        placesRule: 'further-evidence',
        shuffleSeed: adopted.shuffleSeed,
        rejectedAt: null,
        panelKey: adopted.panelKey,
      },
    ],
    simulated: adopted.simulated,
    judgmentRelease: null,
    pastReleases: [],
    retention: USUAL_RETENTION,
    decisionBy: null,
    closedAt: null,
    eraseAt: null,
    eraseBegunAt: null,
    raterGate: USUAL_GATE,
    createdAt: now,
    rev: 0,
  };
}
