import { analyseJudgment } from './analyse-judgment.ts';
import { analyseWritten } from './analyse-written.ts';
import { findPools } from './find-pools.ts';
import type { QualityDeps } from './quality-deps.ts';

/** Computes afresh what every pool says about its precision. Returns how many have an analysis. */
export async function establishPrecision(deps: QualityDeps): Promise<number> {
  let analysed = 0;
  for (const found of await findPools(deps)) {
    try {
      const analyse = found.pool.column === 'judgment' ? analyseJudgment : analyseWritten;
      const analysis = await analyse(deps, found);
      if (analysis === null) continue;
      await deps.stores.analyses.replace(analysis);
      analysed += 1;
    } catch (error) {
      deps.logger.error({ err: error, pool: found.pool }, 'the precision of a pool could not be computed');
    }
  }
  return analysed;
}
