import type { Attempt } from '../../core/attempt/attempt.ts';
import type { Form } from '../../core/form/form.ts';
import type { ApplicantId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import type { RatingTask } from '../../core/rating/rating-task.ts';
import type { Intake, Requisition } from '../../core/requisition/requisition.ts';
import type { RubricVersion } from '../../core/rubric/rubric.ts';
import { compareEligibility, type Eligibility } from '../../core/scoring/compare-eligibility.ts';
import type { Standing } from '../../core/scoring/standing.ts';
import type { Deps } from '../../deps.ts';
import { staffEvent } from '../../ops/new-event.ts';

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
  return { kind: 'compared', comparison: { requisition, intake, form, rubric, people: inShuffle(people) } };
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
