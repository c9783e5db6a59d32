import { findPools } from './find-pools.ts';
import { measureJudgment } from './measure-judgment.ts';
import { measureWritten } from './measure-written.ts';
import type { QualityDeps } from './quality-deps.ts';

/** Computes afresh what every pool says about its assessment. Returns how many have a report. */
export async function measureQuality(deps: QualityDeps): Promise<number> {
  let measured = 0;
  for (const found of await findPools(deps)) {
    try {
      const measure = found.pool.column === 'judgment' ? measureJudgment : measureWritten;
      const report = await measure(deps, found);
      if (report === null) continue;
      await deps.stores.qualityReports.replace(report);
      measured += 1;
    } catch (error) {
      deps.logger.error({ err: error, pool: found.pool }, 'the quality of a pool could not be computed');
    }
  }
  return measured;
}
