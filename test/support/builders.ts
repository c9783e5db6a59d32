import type {
  AssessmentId,
  FormVersionId,
  IntakeId,
  KeyVersionId,
  OrganisationId,
  RequisitionId,
  RubricId,
  RubricVersionId,
} from '../../src/core/kernel/ids.ts';
import { USUAL_GATE } from '../../src/core/calibration/rater-gate.ts';
import type { Intake, Requisition } from '../../src/core/requisition/requisition.ts';
import { newId } from '../../src/ops/secrets.ts';

export function anIntake(over: Partial<Intake> = {}): Intake {
  return {
    id: newId<IntakeId>(),
    opensAt: new Date('2026-01-05T08:00:00Z'),
    closesAt: null,
    formVersionId: newId<FormVersionId>(),
    keyVersionId: newId<KeyVersionId>(),
    rubricVersionId: newId<RubricVersionId>(),
    decidingColumn: 'written',
    places: 3,
    placesRule: 'draw',
    shuffleSeed: 'a seed',
    rejectedAt: null,
    panelKey: null,
    ...over,
  };
}

/** An open role with one intake and nobody in it; what a test is about is written in the test. */
export function aRequisition(organisationId: OrganisationId, over: Partial<Requisition> = {}): Requisition {
  return {
    id: newId<RequisitionId>(),
    organisationId,
    title: 'Travel support agent',
    state: 'open',
    assessmentId: 'customer-conversations' as AssessmentId,
    assessmentTitle: 'Customer conversations',
    rubricId: newId<RubricId>(),
    tasks: [],
    confirmation: null,
    timeMode: { kind: 'timed', noLimitAllowed: true },
    ratingPolicy: { ratersPerResponse: 2, dispute: 'parity' },
    members: [],
    revealAt: 'shortlist',
    intakes: [anIntake()],
    simulated: false,
    judgmentRelease: null,
    pastReleases: [],
    retention: { kind: 'months', months: 6 },
    decisionBy: null,
    closedAt: null,
    eraseAt: null,
    eraseBegunAt: null,
    raterGate: USUAL_GATE,
    createdAt: new Date('2026-01-05T08:00:00Z'),
    rev: 0,
    ...over,
  };
}
