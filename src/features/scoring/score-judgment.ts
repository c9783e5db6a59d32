import type { Attempt } from '../../core/attempt/attempt.ts';
import type { Form } from '../../core/form/form.ts';
import { canonicalForm } from '../../core/kernel/canonical-form.ts';
import type { KeyVersionId } from '../../core/kernel/ids.ts';
import { judgmentScore, type JudgmentScore } from '../../core/scoring/judgment-score.ts';
import { newId, sha256 } from '../../ops/secrets.ts';
import type { ScoreSources } from '../../store/score-store.ts';
import type { ScoringDeps } from './scoring-deps.ts';

/** Raised when the scoring rules change, so that scores of different rules are never taken for each other. */
const ENGINE = 'judgment-1';

interface ScoreInput {
  readonly attempt: Attempt;
  readonly form: Form;
  readonly keyVersionId: KeyVersionId;
}

/** The stored Judgment score of a finished attempt under a key version; computed and stored where there is none yet. */
export async function scoreJudgment(
  deps: ScoringDeps,
  { attempt, form, keyVersionId }: ScoreInput,
): Promise<JudgmentScore> {
  const { organisationId, requisitionId, applicantId, formVersionId, id: attemptId } = attempt;
  const evidenceHash = sha256(canonicalForm(judgmentResponses(attempt, form)));
  const sources: ScoreSources = {
    organisationId,
    requisitionId,
    attemptId,
    formVersionId,
    keyVersionId,
    engine: ENGINE,
    evidenceHash,
  };
  const stored = await deps.stores.scores.find(sources);
  if (stored !== null) return stored.result;
  const key = await deps.keyVersions.get(organisationId, keyVersionId);
  const result = judgmentScore({ form, key, responses: attempt.responses });
  await deps.stores.scores.insert({ id: newId(), applicantId, ...sources, result, computedAt: deps.clock() });
  return result;
}

function judgmentResponses({ responses }: Attempt, form: Form) {
  const asked = form.items.filter(({ kind }) => kind !== 'written-response');
  return Object.fromEntries(asked.map(({ id }) => [id, responses[id]?.value ?? null]));
}
