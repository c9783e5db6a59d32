import type { Attempt } from '../../core/attempt/attempt.ts';
import type { Form } from '../../core/form/form.ts';
import type { ApplicantId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import type { RatingTask } from '../../core/rating/rating-task.ts';
import type { Intake, Requisition } from '../../core/requisition/requisition.ts';
import type { RubricVersion } from '../../core/rubric/rubric.ts';
import { compareEligibility, type Eligibility } from '../../core/scoring/compare-eligibility.ts';
import type { MeasuredColumn } from '../../core/scoring/measure-column.ts';
import type { Standing } from '../../core/scoring/standing.ts';
import type { Deps } from '../../deps.ts';
import { staffEvent } from '../../ops/new-event.ts';
import type { Bin } from '../../presentation/charts/draw-histogram.ts';
import type { ColumnPrecision } from '../../core/scoring/column-precision.ts';
import { findPrecision } from './find-precision.ts';
import { shownColumns } from '../../core/scoring/shown-columns.ts';

export const FEWEST = 2;
export const MOST = 5;

/** One applicant with all that may be read about them; the attempt is null until it is handed in. */
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
  readonly precision: ColumnPrecision;
  /** Columns that may be read, the deciding one first. */
  readonly columns: readonly MeasuredColumn[];
  /** How many applicants of the intake have which score on the first of them. */
  readonly bins: readonly Bin[];
}

export type ComparisonOutcome =
  | { readonly kind: 'compared'; readonly comparison: Comparison }
  | { readonly kind: 'choose-others'; readonly chosen: number }
  | { readonly kind: 'absent' }
  | Extract<Eligibility, { kind: 'not-comparable' }>
  /** A change to one of them is still on its way into the list. */
  | { readonly kind: 'being-computed' };

/** Two to five applicants of one requisition side by side; reading them is written to the audit trail. */
export async function compareApplicants(
  deps: Deps,
  actor: Actor,
  requisition: Requisition,
  ids: readonly ApplicantId[],
): Promise<ComparisonOutcome> {
  if (ids.length < FEWEST || ids.length > MOST) return { kind: 'choose-others', chosen: ids.length };
  const intakes = await Promise.all(ids.map((id) => findIntake(deps, requisition, id)));
  const measured = intakes.filter((intake) => intake !== null);
  const [intake] = measured;
  if (intake === undefined || measured.length < ids.length) return { kind: 'absent' };
  const eligibility = compareEligibility(measured.map((one) => ({ ...one, intakeId: one.id })));
  if (eligibility.kind === 'not-comparable') return eligibility;

  const { organisationId } = requisition;
  const [form, rubric] = await Promise.all([
    deps.stores.formVersions.get(organisationId, intake.formVersionId),
    deps.stores.rubrics.getVersion(organisationId, intake.rubricVersionId),
  ]);
  const loaded = await Promise.all(ids.map((id) => loadPerson(deps, requisition, rubric, id)));
  const people = loaded.filter((person) => person !== null);
  if (people.length < ids.length) return { kind: 'being-computed' };
  if (people.some(({ attempt }) => attempt !== null && attempt.formVersionId !== intake.formVersionId)) {
    return { kind: 'not-comparable', reason: 'other-form' };
  }
  await recordView(deps, actor, requisition, ids);
  return {
    kind: 'compared',
    comparison: await withFigures(deps, { requisition, intake, form, rubric, people: inShuffle(people) }),
  };
}

async function findIntake(
  { stores }: Deps,
  requisition: Requisition,
  id: ApplicantId,
): Promise<Intake | null> {
  const applicant = await stores.applicants.find(requisition.organisationId, requisition.id, id);
  if (applicant?.state !== 'active') return null;
  return requisition.intakes.find((intake) => intake.id === applicant.intakeId) ?? null;
}

async function loadPerson(
  { stores }: Deps,
  { organisationId, id: requisitionId }: Requisition,
  rubric: RubricVersion,
  id: ApplicantId,
): Promise<ComparedPerson | null> {
  const standing = await stores.standings.find(organisationId, requisitionId, id, rubric.id);
  if (standing === null) return null;
  if (standing.attemptId === null) return { standing, attempt: null, tasks: [] };
  const [attempt, tasks] = await Promise.all([
    stores.attempts.find(organisationId, requisitionId, standing.attemptId),
    stores.ratingTasks.listOfAttempt(organisationId, requisitionId, standing.attemptId),
  ]);
  return {
    standing,
    attempt: attempt?.state === 'open' ? null : attempt,
    tasks: tasks.filter(({ anchorHash }) => anchorHash === rubric.anchorHash),
  };
}

async function withFigures(
  deps: Deps,
  found: Pick<Comparison, 'requisition' | 'intake' | 'form' | 'rubric' | 'people'>,
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
  const counts = await deps.stores.standings.countScores(list, column, STEP);
  return { ...found, columns, bins: toBins(counts), precision: await findPrecision(deps, found) };
}

const STEP = 5;

/** With the empty steps between those that have somebody in them. */
const toBins = (counts: readonly { readonly from: number; readonly count: number }[]): readonly Bin[] =>
  Array.from({ length: 100 / STEP }, (_, step) => step * STEP).map((from) => ({
    from,
    to: from + STEP,
    count: counts.find((entry) => entry.from === from)?.count ?? 0,
  }));

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
      facts: { requisitionId: requisition.id, applicantIds: ids.join(' ') },
    }),
  );
}
