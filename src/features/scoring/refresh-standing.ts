import { computeStanding } from '../../core/scoring/compute-standing.ts';
import { loadMeasurement } from './load-measurement.ts';
import { scoreJudgment } from './score-judgment.ts';
import type { AboutApplicant, ScoringDeps } from './scoring-deps.ts';

/** Two refreshes that overtake each other both look again; more than a few rounds would be a fault. */
const MOST_ROUNDS = 5;

/** Recomputes the standing of one applicant from fresh reads. Safe to run twice and in any order. */
export async function refreshStanding(deps: ScoringDeps, about: AboutApplicant): Promise<void> {
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    if (await refreshOnce(deps, about)) return;
  }
  throw new Error(`the standing of applicant ${about.applicantId} keeps changing`);
}

async function refreshOnce(deps: ScoringDeps, about: AboutApplicant): Promise<boolean> {
  const { organisationId, requisitionId } = about;
  const measurement = await loadMeasurement(deps, about);
  if (measurement === null) return true;
  const { applicant, intake, attempt, form, rubricVersion } = measurement;
  const tasks =
    attempt === null
      ? []
      : await deps.stores.ratingTasks.listOfAttempt(organisationId, requisitionId, attempt.id);
  // An attempt that ended by withdrawing was never handed in.
  const stopped = applicant.stage === 'withdrawn' && attempt?.state === 'expired';
  const finished = attempt !== null && attempt.state !== 'open' && !stopped;
  const standing = computeStanding({
    applicant,
    attempt,
    tasks: tasks.filter(({ anchorHash }) => anchorHash === rubricVersion.anchorHash),
    judgment: finished
      ? await scoreJudgment(deps, { attempt, form, keyVersionId: intake.keyVersionId })
      : null,
    keyStatus: (await deps.keyVersions.get(organisationId, intake.keyVersionId)).status,
    form,
    rubricVersion,
    shuffleSeed: intake.shuffleSeed,
  });
  return (await deps.stores.standings.upsert(standing)) === 'written';
}
