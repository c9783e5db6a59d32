import type { Applicant } from '../applicant/applicant.ts';
import type { Attempt } from '../attempt/attempt.ts';
import type { Form } from '../form/form.ts';
import type { Key } from '../form/key.ts';
import { seededNumber } from '../kernel/seeded-order.ts';
import type { RatingTask } from '../rating/rating-task.ts';
import { formUnderRubric } from '../rubric/form-under-rubric.ts';
import type { RubricVersion } from '../rubric/rubric.ts';
import { evidence } from './evidence.ts';
import type { JudgmentScore } from './judgment-score.ts';
import type { JudgmentColumn, Standing } from './standing.ts';
import { withoutWaiting } from './without-waiting.ts';
import { writtenPrompts } from './written-prompts.ts';
import { writtenScore } from './written-score.ts';
import { writtenStandings } from './written-standings.ts';

export interface StandingInput {
  readonly requisitionRev: number;
  readonly applicant: Applicant;
  readonly attempt: Attempt | null;
  /** Tasks of this attempt under the anchors of the rubric version. */
  readonly tasks: readonly RatingTask[];
  /** The stored score of this attempt under the key that counts; null until it was computed. */
  readonly judgment: Pick<JudgmentScore, 'score' | 'answered' | 'asked'> | null;
  readonly keyStatus: Key['status'];
  readonly form: Form;
  readonly rubricVersion: RubricVersion;
  /** Of the applicant's intake. */
  readonly shuffleSeed: string;
}

/**
 * The one function that makes a standing, used after every event and by every rebuild: applicant, attempt, tasks,
 * judgment score and rubric version in, one row out. The same input always gives the same row.
 */
export function computeStanding(input: StandingInput): Standing {
  const { applicant, attempt, tasks, rubricVersion, shuffleSeed } = input;
  const form = formUnderRubric(input.form, rubricVersion.criteria);
  const judgment = judgmentColumn(input);
  const withdrawn = applicant.stage === 'withdrawn';
  // An attempt that ended by withdrawing was never handed in, so what is empty in it says nothing.
  const cutOff = withdrawn && attempt?.state === 'expired';
  const criteria = writtenStandings(
    rubricVersion.criteria.map(({ id }) => id),
    writtenPrompts(form).map((prompt) => ({
      prompt,
      response: attempt?.responses[prompt.id]?.value ?? null,
      finished: attempt !== null && attempt.state !== 'open' && !cutOff,
      resolution: tasks.find(({ itemId }) => itemId === prompt.id)?.resolution ?? null,
    })),
  );
  const written = writtenScore({ criteria: rubricVersion.criteria, standings: criteria });
  return {
    organisationId: applicant.organisationId,
    requisitionId: applicant.requisitionId,
    intakeId: applicant.intakeId,
    applicantId: applicant.id,
    attemptId: attempt?.id ?? null,
    rubricVersionId: rubricVersion.id,
    label: applicant.label,
    shuffleRank: seededNumber(`${shuffleSeed}\u0000${applicant.id}`),
    stage: applicant.stage,
    evidence: evidence({ attempt, form, tasks, judgment: judgment.score, withdrawn }),
    ...settledColumns(input, { judgment, written, criteria }),
    sources: {
      requisition: input.requisitionRev,
      applicant: applicant.rev,
      attempt: attempt?.rev ?? 0,
      tasks: tasks.reduce((sum, { rev }) => sum + rev, 0),
    },
    finishedAt: attempt?.finishedAt ?? null,
  };
}

function judgmentColumn({ attempt, judgment, keyStatus, form }: StandingInput): JudgmentColumn {
  const asked = form.items.filter(({ kind }) => kind !== 'written-response').length;
  const none = (reason: 'no-such-part' | 'not-started' | 'waiting'): JudgmentColumn => ({
    score: { value: null, reason },
    answered: 0,
    asked,
    keyStatus,
  });
  if (asked === 0) return none('no-such-part');
  if (attempt === null) return none('not-started');
  if (attempt.state === 'open' || judgment === null) return none('waiting');
  return { score: judgment.score, answered: judgment.answered, asked: judgment.asked, keyStatus };
}

/** Before the attempt begins, and once they have withdrawn, nothing waits for anybody. */
function settledColumns(
  { attempt, applicant }: StandingInput,
  columns: Parameters<typeof withoutWaiting>[0],
) {
  if (attempt === null) return withoutWaiting(columns, 'not-started');
  return applicant.stage === 'withdrawn' ? withoutWaiting(columns, 'stopped') : columns;
}
