import { computeStanding } from '../../core/scoring/compute-standing.ts';
import type { StoredSources } from '../../store/standing-store.ts';
import { loadMeasurement } from './load-measurement.ts';
import { scoreJudgment } from './score-judgment.ts';
import type { AboutApplicant, ScoringDeps } from './scoring-deps.ts';

/** Two refreshes that overtake each other both look again; more than a few rounds would be a fault. */
const MOST_ROUNDS = 5;

/** Recomputes the standings of one applicant, under each version that counts or is about to. Safe to run twice and in any order. */
export async function refreshStanding(deps: ScoringDeps, about: AboutApplicant): Promise<void> {
  const { organisationId, requisitionId, applicantId } = about;
  let seen: StoredSources = new Map();
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    if (await refreshOnce(deps, about, seen)) return;
    seen = await deps.stores.standings.listSources(organisationId, requisitionId, applicantId);
  }
  throw new Error(`the standing of applicant ${about.applicantId} keeps changing`);
}

/** What was read after a row was stored is newer than that row, also where its revisions are lower. */
async function refreshOnce(deps: ScoringDeps, about: AboutApplicant, seen: StoredSources): Promise<boolean> {
  const { organisationId, requisitionId } = about;
  const measurement = await loadMeasurement(deps, about);
  if (measurement === null) return true;
  const { requisitionRev, applicant, intake, attempt, form, rubricVersions } = measurement;
  const tasks =
    attempt === null
      ? []
      : await deps.stores.ratingTasks.listOfAttempt(organisationId, requisitionId, attempt.id);
  // An attempt that ended by withdrawing was never handed in.
  const stopped = applicant.stage === 'withdrawn' && attempt?.state === 'expired';
  const finished = attempt !== null && attempt.state !== 'open' && !stopped;
  const measured = {
    requisitionRev,
    applicant,
    attempt,
    judgment: finished
      ? await scoreJudgment(deps, { attempt, form, keyVersionId: intake.keyVersionId })
      : null,
    keyStatus: (await deps.keyVersions.get(organisationId, intake.keyVersionId)).status,
    form,
    shuffleSeed: intake.shuffleSeed,
  };
  const written = await Promise.all(
    rubricVersions.map((rubricVersion) => {
      const own = tasks.filter(({ anchorHash }) => anchorHash === rubricVersion.anchorHash);
      const standing = computeStanding({ ...measured, tasks: own, rubricVersion });
      return deps.stores.standings.upsert(standing, seen.get(rubricVersion.id) ?? null);
    }),
  );
  return written.every((outcome) => outcome === 'written');
}
