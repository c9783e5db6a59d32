import type { Applicant } from '../../core/applicant/applicant.ts';
import type { Decision } from '../../core/applicant/decision.ts';
import type { Attempt } from '../../core/attempt/attempt.ts';
import type { Form } from '../../core/form/form.ts';
import type { DomainEvent } from '../../core/kernel/domain-event.ts';
import type { ApplicantId, PersonId } from '../../core/kernel/ids.ts';
import type { NormGroup } from '../../core/norms/norm-group.ts';
import type { ReferenceConstants } from '../../core/norms/reference-constants.ts';
import { referenceScope } from '../../core/norms/reference-scope.ts';
import type { Actor } from '../../core/person/person.ts';
import type { RatingTask } from '../../core/rating/rating-task.ts';
import type { Intake, Requisition } from '../../core/requisition/requisition.ts';
import { formUnderRubric } from '../../core/rubric/form-under-rubric.ts';
import type { RubricVersion } from '../../core/rubric/rubric.ts';
import { judgmentPool, writtenPool } from '../../core/scoring/analysis-pool.ts';
import type { ScorePrecision } from '../../core/scoring/column-precision.ts';
import { scorePrecision } from '../../core/scoring/score-precision.ts';
import type { Standing } from '../../core/scoring/standing.ts';
import type { Deps } from '../../deps.ts';
import { staffEvent } from '../../ops/new-event.ts';
import { sha256 } from '../../ops/secrets.ts';
import { wholeTrail } from '../../store/audit-store.ts';
import { measuredUnder } from './measured-under.ts';

export interface Report {
  readonly requisition: Requisition;
  readonly intake: Intake;
  readonly applicant: Applicant;
  readonly form: Form;
  readonly rubric: RubricVersion;
  /** The versions that the applicant has been measured by, the oldest first; the last one counts. */
  readonly versions: readonly RubricVersion[];
  readonly standing: Standing;
  /** Null until it is handed in. */
  readonly attempt: Attempt | null;
  /** Tasks under the anchors of the version. */
  readonly tasks: readonly RatingTask[];
  readonly precision: ScorePrecision;
  /** What the scores are compared with, and what Overall stands on. */
  readonly references: References;
  readonly decisions: readonly Decision[];
  /** What happened to them, the newest first. */
  readonly events: readonly DomainEvent[];
  /** Names of staff. */
  readonly staff: ReadonlyMap<PersonId, string>;
}

interface References {
  /** Norm groups, the newest first. */
  readonly groups: readonly NormGroup[];
  readonly constants: ReferenceConstants | null;
}

type ReadReport =
  { readonly kind: 'read'; readonly report: Report } | { readonly kind: 'absent' | 'being-computed' };

/** What the audit trail calls it. A file is read by whoever is given it. */
export type Reading =
  | 'report-viewed'
  | 'report-exported'
  | 'interview-guide-viewed'
  | 'interview-guide-exported'
  | 'own-results-previewed';

const MOST_EVENTS = 200;
const MOST_GROUPS = 5;

/**
 * All that may be read about one applicant, under the version of the rubric with this number or the one that counts;
 * reading it is written to the audit trail under that name.
 */
export async function readReport(
  deps: Deps,
  actor: Actor,
  requisition: Requisition,
  id: ApplicantId,
  reading: Reading,
  number: number | null = null,
): Promise<ReadReport> {
  const { stores } = deps;
  const { organisationId, id: requisitionId } = requisition;
  const applicant = await stores.applicants.find(organisationId, requisitionId, id);
  const intake = requisition.intakes.find((one) => one.id === applicant?.intakeId);
  if (applicant?.state !== 'active' || intake === undefined) return { kind: 'absent' };

  const versions = await measuredUnder(deps, requisition, intake, id);
  const rubric = number === null ? versions.at(-1) : versions.find((version) => version.number === number);
  if (rubric === undefined) return { kind: 'absent' };
  const [row, attempt, authored, record, events, people] = await Promise.all([
    stores.standings.find(organisationId, requisitionId, id, rubric.id),
    stores.attempts.findByApplicant(organisationId, requisitionId, id),
    stores.formVersions.get(organisationId, intake.formVersionId),
    stores.applicants.findDecisions(applicant),
    stores.audit.list(
      organisationId,
      { ...wholeTrail, subject: { kind: 'applicant', ids: [id] } },
      null,
      MOST_EVENTS,
    ),
    stores.people.list(organisationId),
  ]);
  if (row === null) return { kind: 'being-computed' };
  const standing = { ...row, stage: applicant.stage };
  const handedIn = standing.finishedAt === null ? null : attempt;
  const form = formUnderRubric(authored, rubric.criteria);
  const [references, precision, tasks] = await Promise.all([
    findReferences(deps, { requisition, intake, rubric }),
    findPrecision(deps, { requisition, intake, form: authored, rubric }),
    handedIn === null ? [] : stores.ratingTasks.listOfAttempt(organisationId, requisitionId, handedIn.id),
  ]);
  await recordView(deps, actor, applicant, reading);
  const report = {
    ...{ requisition, intake, applicant, form, rubric, versions, standing, precision, references, events },
    attempt: handedIn,
    tasks: tasks.filter(({ anchorHash }) => anchorHash === rubric.anchorHash),
    decisions: record.decisions,
    staff: new Map(people.map((person) => [person.id, person.name])),
  };
  return { kind: 'read', report };
}

async function findPrecision(
  { planning, stores }: Deps,
  { requisition, intake, form, rubric }: Pick<Report, 'requisition' | 'intake' | 'form' | 'rubric'>,
): Promise<ScorePrecision> {
  const pools = [judgmentPool(requisition, intake, sha256), writtenPool(requisition, form, rubric, sha256)];
  const [judgment = null, written = null] = await Promise.all(
    pools.map((pool) => stores.analyses.find(requisition.organisationId, pool.id)),
  );
  return scorePrecision({
    planning: planning.get(requisition.assessmentId),
    analyses: { judgment, written },
    form,
    rubric,
  });
}

async function findReferences(
  { stores }: Deps,
  { requisition, intake, rubric }: Pick<Report, 'requisition' | 'intake' | 'rubric'>,
): Promise<References> {
  const { organisationId, id } = referenceScope(requisition, intake, rubric, sha256);
  const [groups, constants] = await Promise.all([
    stores.normGroups.list(organisationId, id, MOST_GROUPS),
    stores.referenceConstants.findNewest(organisationId, id),
  ]);
  return { groups, constants };
}

const recordView = (deps: Deps, actor: Actor, applicant: Applicant, type: string): Promise<void> =>
  deps.stores.audit.record(
    staffEvent(actor.personId, {
      type,
      at: deps.clock(),
      organisationId: applicant.organisationId,
      facts: { requisitionId: applicant.requisitionId, applicantId: applicant.id },
    }),
  );
