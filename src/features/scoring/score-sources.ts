import type { Attempt } from '../../core/attempt/attempt.ts';
import type { Form } from '../../core/form/form.ts';
import { canonicalForm } from '../../core/kernel/canonical-form.ts';
import type { KeyVersionId } from '../../core/kernel/ids.ts';
import { sha256 } from '../../ops/secrets.ts';
import type { ScoreSources } from '../../store/score-store.ts';

/** Raised when the scoring rules change, so that scores of different rules are never taken for each other. */
const ENGINE = 'judgment-1';

export interface ScoreInput {
  readonly attempt: Attempt;
  readonly form: Form;
  readonly keyVersionId: KeyVersionId;
}

/** What the Judgment score of an attempt under a key version comes from. */
export function scoreSources({ attempt, form, keyVersionId }: ScoreInput): ScoreSources {
  const { organisationId, requisitionId, formVersionId, id: attemptId, responses } = attempt;
  const asked = form.items.filter(({ kind }) => kind !== 'written-response');
  const judged = Object.fromEntries(asked.map(({ id }) => [id, responses[id]?.value ?? null]));
  return {
    organisationId,
    requisitionId,
    attemptId,
    formVersionId,
    keyVersionId,
    engine: ENGINE,
    evidenceHash: sha256(canonicalForm(judged)),
  };
}
