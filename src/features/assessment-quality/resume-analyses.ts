import type { Deps } from '../../deps.ts';

/** Takes up what a restart cut off, or what was asked for just before one. */
export async function resumeAnalyses({ stores, clock, analyses }: Deps): Promise<void> {
  if (await stores.analysisRuns.areLeftOver(clock())) await analyses.soon();
}
