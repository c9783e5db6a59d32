import type { Attempt } from '../core/attempt/attempt.ts';
import { currentIntake } from '../core/requisition/requisition.ts';
import { judgmentScore } from '../core/scoring/judgment-score.ts';
import { scoreSources } from '../features/scoring/score-sources.ts';
import { newId } from '../ops/secrets.ts';
import type { StoredScore } from '../store/score-store.ts';
import type { SimulationSetting } from './simulation-setting.ts';

/** The Judgment score of a finished attempt, as scoring would store it. */
export function scoreAttempt(
  { form, key, requisition, now }: SimulationSetting,
  attempt: Attempt,
): StoredScore {
  const { keyVersionId } = currentIntake(requisition);
  return {
    id: newId(),
    applicantId: attempt.applicantId,
    ...scoreSources({ attempt, form, keyVersionId }),
    result: judgmentScore({ form, key, responses: attempt.responses }),
    computedAt: now,
  };
}
