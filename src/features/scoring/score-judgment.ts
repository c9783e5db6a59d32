import { judgmentScore, type JudgmentScore } from '../../core/scoring/judgment-score.ts';
import { newId } from '../../ops/secrets.ts';
import { scoreSources, type ScoreInput } from './score-sources.ts';
import type { ScoringDeps } from './scoring-deps.ts';

/** The stored Judgment score of a finished attempt under a key version; computed and stored where there is none yet. */
export async function scoreJudgment(deps: ScoringDeps, input: ScoreInput): Promise<JudgmentScore> {
  const { attempt, form, keyVersionId } = input;
  const sources = scoreSources(input);
  const stored = await deps.stores.scores.find(sources);
  if (stored !== null) return stored.result;
  const key = await deps.keyVersions.get(attempt.organisationId, keyVersionId);
  const result = judgmentScore({ form, key, responses: attempt.responses });
  await deps.stores.scores.insert({
    id: newId(),
    applicantId: attempt.applicantId,
    ...sources,
    result,
    computedAt: deps.clock(),
  });
  return result;
}
