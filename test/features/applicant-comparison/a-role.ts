import { keyedForms, type KeyedForm } from '../../../src/content/keyed-forms.ts';
import type { Applicant } from '../../../src/core/applicant/applicant.ts';
import type { Attempt, StoredResponse } from '../../../src/core/attempt/attempt.ts';
import { beginAttempt } from '../../../src/core/attempt/begin-attempt.ts';
import type { Form } from '../../../src/core/form/form.ts';
import type {
  ApplicantId,
  AttemptId,
  CriterionId,
  ItemId,
  OrganisationId,
  PersonId,
  RatingTaskId,
  RubricId,
} from '../../../src/core/kernel/ids.ts';
import type { Judgement, RatingTask, Slot, Span } from '../../../src/core/rating/rating-task.ts';
import { resolveTask } from '../../../src/core/rating/resolve-task.ts';
import { currentIntake, type Requisition } from '../../../src/core/requisition/requisition.ts';
import type { LevelNumber, RubricVersion } from '../../../src/core/rubric/rubric.ts';
import { computeStanding } from '../../../src/core/scoring/compute-standing.ts';
import type { ColumnScore, Standing } from '../../../src/core/scoring/standing.ts';
import { writtenPrompts } from '../../../src/core/scoring/written-prompts.ts';
import { newId } from '../../../src/ops/secrets.ts';
import { anIntake, aRequisition } from '../../support/builders.ts';
import { shelf } from '../../support/shelf.ts';

export const FINISHED = new Date('2026-03-02T10:00:00.000Z');

export interface Role {
  readonly requisition: Requisition;
  readonly form: Form;
  readonly rubric: RubricVersion;
}

let flagship: KeyedForm | null = null;

/** Read once for all tests of a file. */
function readFlagship(): KeyedForm {
  const keyed = keyedForms(shelf).find(({ form }) => form.assessmentId === 'customer-conversations');
  if (keyed === undefined) throw new Error('the flagship is not on the shelf');
  return keyed;
}

/** An open role on the flagship assessment. */
export function aRole(organisationId: OrganisationId, over: Partial<Requisition> = {}): Role {
  flagship ??= readFlagship();
  const keyed = flagship;
  const intake = anIntake();
  const requisition = aRequisition(organisationId, { intakes: [intake], ...over });
  const rubric: RubricVersion = {
    ...keyed.rubric,
    id: currentIntake(requisition).rubricVersionId,
    organisationId,
    requisitionId: requisition.id,
    rubricId: newId<RubricId>(),
    number: 1,
    contentHash: 'content',
    structureHash: 'structure',
    anchorHash: 'anchors',
    reason: 'adopted',
    publishedBy: newId<PersonId>(),
    publishedAt: FINISHED,
  };
  return { requisition, form: keyed.form, rubric };
}

/** What two or three raters gave on one prompt: levels by criterion in the order of the rubric. */
interface GivenRatings {
  readonly levels: readonly (readonly LevelNumber[])[];
  readonly spans?: readonly Span[];
  readonly reason?: string;
}

export interface PersonSpec {
  readonly label: string;
  /** `invited` and `writing` have handed nothing in. */
  readonly state?: 'invited' | 'writing' | 'finished';
  readonly stage?: Applicant['stage'];
  readonly texts?: Readonly<Record<string, { readonly a: string; readonly b: string }>>;
  readonly ratings?: Readonly<Record<string, GivenRatings>>;
  readonly judgment?: ColumnScore;
}

export interface MadePerson {
  readonly applicant: Applicant;
  readonly attempt: Attempt | null;
  readonly tasks: readonly RatingTask[];
  readonly standing: Standing;
}

/** One applicant of the role with everything that follows from what they did and how it was rated. */
export function aPerson({ requisition, form, rubric }: Role, spec: PersonSpec): MadePerson {
  const intake = currentIntake(requisition);
  const applicant: Applicant = {
    id: newId<ApplicantId>(),
    organisationId: requisition.organisationId,
    requisitionId: requisition.id,
    intakeId: intake.id,
    label: spec.label,
    linkVersion: 0,
    linkExpiresAt: new Date('2026-12-31'),
    stage: spec.stage ?? 'open',
    state: 'active',
    rev: 0,
  };
  const attempt =
    spec.state === 'invited' ? null : anAttemptOf(applicant, { requisition, form, rubric }, spec);
  const tasks = attempt?.state === 'submitted' ? tasksOf(attempt, form, rubric, spec) : [];
  const standing = computeStanding({
    requisitionRev: requisition.rev,
    applicant,
    attempt,
    tasks,
    judgment: { score: spec.judgment ?? { value: 62, reason: null }, answered: 12, asked: 12 },
    keyStatus: 'author',
    form,
    rubricVersion: rubric,
    shuffleSeed: intake.shuffleSeed,
  });
  return { applicant, attempt, tasks, standing };
}

function anAttemptOf(applicant: Applicant, { requisition, form }: Role, spec: PersonSpec): Attempt {
  const begun = beginAttempt({
    id: newId<AttemptId>(),
    organisationId: applicant.organisationId,
    requisitionId: applicant.requisitionId,
    applicantId: applicant.id,
    attemptNumber: 1,
    formVersionId: currentIntake(requisition).formVersionId,
    form,
    timeMode: requisition.timeMode,
    noticeVersion: '1',
    binding: newId(),
    now: new Date('2026-03-02T09:00:00.000Z'),
  });
  const responses = Object.entries(spec.texts ?? {}).map(([id, { a, b }]): [string, StoredResponse] => [
    id,
    {
      epoch: 1,
      seq: 1,
      value: { kind: 'written-response', a, b },
      hash: 'hash',
      savedAt: FINISHED,
      lateByMs: 0,
    },
  ]);
  const written = { ...begun, responses: Object.fromEntries(responses) as Attempt['responses'] };
  return spec.state === 'writing' ? written : { ...written, state: 'submitted', finishedAt: FINISHED };
}

/** A task for every written response, rated as told and settled by the product's own rule. */
function tasksOf(
  attempt: Attempt,
  form: Form,
  rubric: RubricVersion,
  spec: PersonSpec,
): readonly RatingTask[] {
  return writtenPrompts(form)
    .filter(({ id }) => attempt.responses[id] !== undefined)
    .map(({ id, criteria: named }) => {
      const criteria = named.map(({ criterion }) => criterion);
      const slots = slotsOf(
        spec.ratings?.[id],
        rubric.criteria.map((one) => one.id),
        criteria,
      );
      const outcome = resolveTask({ criteria, slots, thirdAvailable: true });
      return {
        id: newId<RatingTaskId>(),
        organisationId: attempt.organisationId,
        requisitionId: attempt.requisitionId,
        applicantId: attempt.applicantId,
        attemptId: attempt.id,
        itemId: id,
        anchorHash: rubric.anchorHash,
        criteria,
        slots,
        notRaterIds: [],
        state: slots.length === 0 ? 'unallocated' : outcome.kind,
        resolution: outcome.kind === 'resolved' ? outcome.resolution : null,
        rev: 1,
      };
    });
}

function slotsOf(
  given: GivenRatings | undefined,
  order: readonly CriterionId[],
  criteria: readonly CriterionId[],
): readonly Slot[] {
  return (given?.levels ?? []).map((levels, index): Slot => {
    const pairs = order.map((criterion, at) => [criterion, levels[at]] as const);
    const judgement: Judgement = {
      levels: Object.fromEntries(
        pairs.filter(([criterion]) => criteria.includes(criterion)),
      ) as Judgement['levels'],
      unratable: null,
      spans: index === 0 ? (given?.spans ?? []) : [],
      reason: index === 0 ? (given?.reason ?? null) : null,
    };
    return {
      raterId: newId<PersonId>(),
      state: 'handed-in',
      leaseUntil: null,
      draft: null,
      judgement,
      handedInAt: FINISHED,
      voided: null,
    };
  });
}

/** Texts and levels for all three prompts, for tests that are about something else. */
export function ratedThroughout(
  form: Form,
  levels: readonly LevelNumber[],
): Pick<PersonSpec, 'texts' | 'ratings'> {
  const ids: readonly ItemId[] = writtenPrompts(form).map(({ id }) => id);
  return {
    texts: Object.fromEntries(
      ids.map((id) => [id, { a: `First words on ${id}.`, b: `Then words on ${id}.` }]),
    ),
    ratings: Object.fromEntries(ids.map((id) => [id, { levels: [levels, levels] }])),
  };
}
