import type { AboutApplicant, ScoringDeps } from './scoring-deps.ts';

/**
 * Takes what is still to be rated away from the raters, as an erasure does, and what was planned to be rated. What is
 * settled stays. Running it again finds nothing.
 */
export async function stopRating({ stores }: ScoringDeps, about: AboutApplicant): Promise<void> {
  await stores.ratingStarts.removeOf(about);
  await stores.ratingTasks.removeUnsettledOf(about);
}
