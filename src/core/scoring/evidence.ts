import type { Attempt } from '../attempt/attempt.ts';
import type { Form } from '../form/form.ts';
import { responseState } from '../item/response-state.ts';
import type { RatingTask } from '../rating/rating-task.ts';
import type { ColumnScore, Evidence } from './standing.ts';
import { writtenPrompts } from './written-prompts.ts';

export interface EvidenceInput {
  readonly attempt: Pick<Attempt, 'state' | 'responses'> | null;
  readonly form: Form;
  /** Tasks of the rubric version that counts, in any order. */
  readonly tasks: readonly Pick<RatingTask, 'itemId' | 'state'>[];
  readonly judgment: ColumnScore;
  readonly withdrawn: boolean;
}

/**
 * What has been done by and for one applicant, in the order in which it happens. Finished and rated is `complete`,
 * unless a whole part says nothing: then its sections are named and a person looks.
 */
export function evidence(input: EvidenceInput): Evidence {
  const { attempt, withdrawn } = input;
  if (attempt === null) return { kind: 'invited' };
  if (attempt.state === 'open') return { kind: 'in-progress' };
  if (withdrawn && attempt.state === 'expired') return { kind: 'stopped' };
  const rated = ratedEvidence(input, attempt);
  return withdrawn && WAITING.includes(rated.kind) ? { kind: 'stopped' } : rated;
}

const WAITING: readonly Evidence['kind'][] = ['waiting-for-rating', 'waiting-for-third'];

function ratedEvidence(
  { form, tasks, judgment }: EvidenceInput,
  attempt: NonNullable<EvidenceInput['attempt']>,
): Evidence {
  const written = writtenPrompts(form).filter(
    (prompt) => responseState(prompt, attempt.responses[prompt.id]?.value ?? null) !== 'empty',
  );
  const states = written.map(({ id }) => tasks.find(({ itemId }) => itemId === id)?.state ?? 'unallocated');
  const rated = states.filter((state) => state !== 'unallocated' && state !== 'rating').length;
  if (rated < written.length) return { kind: 'waiting-for-rating', rated, wanted: written.length };
  const open = states.filter((state) => state !== 'resolved').length;
  if (open > 0) return { kind: 'waiting-for-third', open };
  const missing = missingSections(form, judgment, written.length);
  return missing.length > 0 ? { kind: 'part-missing', missing } : { kind: 'complete' };
}

/** Titles of the sections without evidence: Judgment could not be scored, or nothing at all was written. */
function missingSections(form: Form, judgment: ColumnScore, written: number): readonly string[] {
  return form.sections
    .filter(({ kind }) =>
      kind === 'written' ? written === 0 : judgment.value === null && judgment.reason !== 'waiting',
    )
    .map(({ title }) => title);
}
