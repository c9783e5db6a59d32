import type { Attempt } from '../../core/attempt/attempt.ts';
import type { Form } from '../../core/form/form.ts';
import type { ApplicantId, AttemptId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import type { RatingTask } from '../../core/rating/rating-task.ts';
import type { Intake, Requisition } from '../../core/requisition/requisition.ts';
import type { RubricVersion } from '../../core/rubric/rubric.ts';
import { compareEligibility, type Eligibility } from '../../core/scoring/compare-eligibility.ts';
import type { MeasuredColumn } from '../../core/scoring/score-column.ts';
import type { Standing } from '../../core/scoring/standing.ts';
import type { Deps } from '../../deps.ts';
import { staffEvent } from '../../ops/new-event.ts';
import type { ScorePrecision } from '../../core/scoring/column-precision.ts';
import { findDistribution, type Distribution } from './find-distribution.ts';
import { findPrecision } from './find-precision.ts';
import type { ComparisonPart } from './requests.ts';
import { shownColumns } from '../../core/scoring/shown-columns.ts';

export const FEWEST = 2;
export const MOST = 5;

/** One applicant. What they wrote and how it was rated is read for the part that shows it, and only once handed in. */
export interface ComparedPerson {
  readonly standing: Standing;
  readonly attempt: Attempt | null;
  /** Tasks under the anchors that count. */
  readonly tasks: readonly RatingTask[];
}

export interface Comparison {
  readonly requisition: Requisition;
  readonly intake: Intake;
  readonly form: Form;
  readonly rubric: RubricVersion;
  readonly people: readonly ComparedPerson[];
  readonly precision: ScorePrecision;
  /** Columns that may be read, the deciding one first. */
  readonly columns: readonly MeasuredColumn[];
  /** How many applicants of the intake have which score on the first of them; counted only for the part that shows it. */
  readonly distribution: Distribution | null;
}

export type ComparisonOutcome =
  | { readonly kind: 'compared'; readonly comparison: Comparison }
  | { readonly kind: 'choose-others'; readonly chosen: number }
  /** Some are not here, or not any more; `others` are. */
  | { readonly kind: 'absent'; readonly others: readonly ApplicantId[] }
  | Extract<Eligibility, { kind: 'not-comparable' }>
  /** A change to one of them is still on its way into the list. */
  | { readonly kind: 'being-computed' };

/** Two to five applicants of one requisition side by side; reading them is written to the audit trail. */
export async function compareApplicants(
  deps: Deps,
  actor: Actor,
  requisition: Requisition,
  ids: readonly ApplicantId[],
  part: ComparisonPart,
): Promise<ComparisonOutcome> {
  if (ids.length < FEWEST || ids.length > MOST) return { kind: 'choose-others', chosen: ids.length };
  const intakes = await findIntakes(deps, requisition, ids);
  const others = ids.filter((id) => intakes.has(id));
  const [intake] = intakes.values();
  if (intake === undefined || others.length < ids.length) return { kind: 'absent', others };
  const eligibility = compareEligibility([...intakes.values()].map((one) => ({ ...one, intakeId: one.id })));
  if (eligibility.kind === 'not-comparable') return eligibility;

  const { organisationId } = requisition;
  const { stores } = deps;
  const [form, rubric, standings] = await Promise.all([
    stores.formVersions.get(organisationId, intake.formVersionId),
    stores.rubrics.getVersion(organisationId, intake.rubricVersionId),
    stores.standings.findMany(organisationId, requisition.id, ids, intake.rubricVersionId),
  ]);
  if (standings.length < ids.length) return { kind: 'being-computed' };
  const attemptIds = standings.flatMap(({ attemptId }) => (attemptId === null ? [] : [attemptId]));
  const taken = await stores.attempts.listFormVersions(organisationId, requisition.id, attemptIds);
  if ([...taken].some((id) => id !== intake.formVersionId))
    return { kind: 'not-comparable', reason: 'other-form' };
  const people =
    part === 'responses'
      ? await withResponses(deps, requisition, rubric, standings, attemptIds)
      : standings.map((standing) => ({ standing, attempt: null, tasks: [] }));
  const found = { requisition, intake, form, rubric, people: inShuffle(people) };
  const [comparison] = await Promise.all([
    withFigures(deps, found, part),
    recordView(deps, actor, requisition, ids),
  ]);
  return { kind: 'compared', comparison };
}

/** The intake of each of them who is active. */
async function findIntakes(
  { stores }: Deps,
  { organisationId, id, intakes }: Requisition,
  ids: readonly ApplicantId[],
): Promise<ReadonlyMap<ApplicantId, Intake>> {
  const applicants = await stores.applicants.findMany(organisationId, id, ids);
  return new Map(
    applicants.flatMap((applicant) =>
      intakes
        .filter(({ id: intakeId }) => applicant.state === 'active' && intakeId === applicant.intakeId)
        .map((intake) => [applicant.id, intake] as const),
    ),
  );
}

async function withResponses(
  { stores }: Deps,
  { organisationId, id: requisitionId }: Requisition,
  { anchorHash }: RubricVersion,
  standings: readonly Standing[],
  attemptIds: readonly AttemptId[],
): Promise<readonly ComparedPerson[]> {
  const [attempts, tasks] = await Promise.all([
    stores.attempts.findMany(organisationId, requisitionId, attemptIds),
    stores.ratingTasks.listOfAttempts(organisationId, requisitionId, attemptIds),
  ]);
  return standings.map((standing) => ({
    standing,
    attempt: attempts.find(({ id, state }) => id === standing.attemptId && state !== 'open') ?? null,
    tasks: tasks.filter((task) => task.attemptId === standing.attemptId && task.anchorHash === anchorHash),
  }));
}

async function withFigures(
  deps: Deps,
  found: Pick<Comparison, 'requisition' | 'intake' | 'form' | 'rubric' | 'people'>,
  part: ComparisonPart,
): Promise<Comparison> {
  const { requisition, intake, people } = found;
  const [person] = people;
  const columns = person === undefined ? [] : shownColumns(intake, requisition, person.standing.judgment);
  const [column = 'written'] = columns;
  const { organisationId, id: requisitionId } = requisition;
  const list = {
    organisationId,
    requisitionId,
    intakeId: intake.id,
    rubricVersionId: intake.rubricVersionId,
  };
  const [distribution, precision] = await Promise.all([
    part === 'distribution' ? findDistribution(deps, list, column) : null,
    findPrecision(deps, found),
  ]);
  return { ...found, columns, distribution, precision };
}

/** In the order of the list, whatever order they were chosen in. */
const inShuffle = (people: readonly ComparedPerson[]): readonly ComparedPerson[] =>
  [...people].sort(
    (left, right) =>
      left.standing.shuffleRank - right.standing.shuffleRank ||
      (left.standing.applicantId < right.standing.applicantId ? -1 : 1),
  );

function recordView(
  deps: Deps,
  actor: Actor,
  requisition: Requisition,
  ids: readonly ApplicantId[],
): Promise<void> {
  return deps.stores.audit.record(
    staffEvent(actor.personId, {
      type: 'comparison-viewed',
      at: deps.clock(),
      organisationId: requisition.organisationId,
      facts: { requisitionId: requisition.id, applicantIds: ids },
    }),
  );
}
