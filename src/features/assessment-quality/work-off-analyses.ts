import { isDue } from '../../core/quality/analysis-run.ts';
import { lastingComparison } from '../../core/quality/device-differences.ts';
import type { GroupLabels } from '../../core/quality/group-comparison.ts';
import type { QualityReport } from '../../core/quality/quality-report.ts';
import { newId } from '../../ops/secrets.ts';
import { findPools, type PoolWithMembers } from './find-pools.ts';
import { measureJudgment } from './measure-judgment.ts';
import { measureWritten } from './measure-written.ts';
import type { QualityDeps } from './quality-deps.ts';
import { countPeople, type Progress } from './read-people.ts';

/** So many pools are looked up at once. */
const AT_ONCE = 500;
const BEAT_MS = 1000;

/** Another one has taken the run over; what this one has counted is thrown away. */
class TakenOver extends Error {}

/**
 * Computes every pool that is due, one after the other, those that somebody asked for first. With labels of groups it also
 * compares them; without, their last comparison stays. Returns how many pools it was.
 */
export async function workOffAnalyses(deps: QualityDeps, groups: GroupLabels = new Map()): Promise<number> {
  let analysed = 0;
  for (const found of await duePools(deps)) {
    if ((await runOne(deps, found, groups)) === 'ended') analysed += 1;
  }
  return analysed;
}

async function duePools(deps: QualityDeps): Promise<readonly PoolWithMembers[]> {
  const pools = await findPools(deps);
  const wanted: PoolWithMembers[] = [];
  const others: PoolWithMembers[] = [];
  for (let at = 0; at < pools.length; at += AT_ONCE) {
    const some = pools.slice(at, at + AT_ONCE);
    const runs = await deps.stores.analysisRuns.findMany(some.map(({ pool }) => pool.id));
    for (const found of some) {
      const run = runs.get(found.pool.id);
      if (isDue(run, deps.clock())) (run?.state === 'wanted' ? wanted : others).push(found);
    }
  }
  return [...wanted, ...others];
}

async function runOne(
  deps: QualityDeps,
  found: PoolWithMembers,
  groups: GroupLabels,
): Promise<'ended' | 'failed' | 'left'> {
  const { analysisRuns } = deps.stores;
  const token = newId();
  const people = await countPeople(deps, found.members);
  if (!(await analysisRuns.begin(found.pool, token, people, deps.clock()))) return 'left';
  try {
    await measure(deps, found, beatsOf(deps, found, token), groups);
    await analysisRuns.end(found.pool, token, 'ended', deps.clock());
    return 'ended';
  } catch (error) {
    if (error instanceof TakenOver) return 'left';
    deps.logger.error({ err: error, pool: found.pool }, 'the figures of a pool could not be computed');
    await analysisRuns.end(found.pool, token, 'failed', deps.clock());
    return 'failed';
  }
}

async function measure(
  deps: QualityDeps,
  found: PoolWithMembers,
  progress: Progress,
  labels: GroupLabels,
): Promise<void> {
  const run = found.pool.column === 'judgment' ? measureJudgment : measureWritten;
  const { analysis, report, groups } = await run(deps, found, progress, labels);
  if (analysis !== null) await deps.stores.analyses.replace(analysis);
  if (report !== null) await deps.stores.qualityReports.replace(await withLasting(deps, report), groups);
}

/** The report with the comparison of devices that counts from now on. */
async function withLasting({ stores }: QualityDeps, report: QualityReport): Promise<QualityReport> {
  const before = await stores.qualityReports.find(report.organisationId, report.id);
  return { ...report, devices: lastingComparison(before?.devices ?? null, report.devices) };
}

/** A sign of life about every second, which also says how far the run is. */
function beatsOf({ stores, clock }: QualityDeps, { pool }: PoolWithMembers, token: string): Progress {
  let last = 0;
  return async (read) => {
    if (Date.now() - last < BEAT_MS) return;
    last = Date.now();
    if (!(await stores.analysisRuns.beat(pool, token, read, clock()))) throw new TakenOver();
  };
}
