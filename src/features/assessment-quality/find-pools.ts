import type { RequisitionId } from '../../core/kernel/ids.ts';
import type { Intake, Requisition } from '../../core/requisition/requisition.ts';
import type { AnalysisPool } from '../../core/scoring/analysis.ts';
import { judgmentPool, writtenPool } from '../../core/scoring/analysis-pool.ts';
import { sha256 } from '../../ops/secrets.ts';
import type { StandingList } from '../../store/standing-store.ts';
import type { QualityDeps } from './quality-deps.ts';

/** Applicants of one intake under the version that counts there. */
export interface PoolMember extends StandingList, Pick<Intake, 'formVersionId' | 'keyVersionId'> {}

export interface PoolWithMembers {
  readonly pool: AnalysisPool;
  readonly members: PoolMember[];
}

const AT_ONCE = 100;

/** Every pool there is, with the intakes that belong to it; requisitions are read page by page. */
export async function findPools(deps: QualityDeps): Promise<readonly PoolWithMembers[]> {
  const pools = new Map<string, PoolWithMembers>();
  let after: RequisitionId | null = null;
  for (;;) {
    const page: Requisition[] = await deps.stores.requisitions.listAfter(after, AT_ONCE);
    for (const requisition of page) await addTo(pools, deps, requisition);
    const last = page.at(-1);
    if (last === undefined || page.length < AT_ONCE) return [...pools.values()];
    after = last.id;
  }
}

async function addTo(
  pools: Map<string, PoolWithMembers>,
  deps: QualityDeps,
  requisition: Requisition,
): Promise<void> {
  for (const intake of requisition.intakes) {
    try {
      const member = memberOf(requisition, intake);
      for (const pool of await poolsOf(deps, requisition, intake)) {
        const known = pools.get(pool.id);
        if (known === undefined) pools.set(pool.id, { pool, members: [member] });
        else known.members.push(member);
      }
    } catch (error) {
      deps.logger.error({ err: error, intakeId: intake.id }, 'an intake could not be analysed');
    }
  }
}

async function poolsOf(
  { stores }: QualityDeps,
  requisition: Requisition,
  intake: Intake,
): Promise<readonly AnalysisPool[]> {
  const { organisationId } = requisition;
  const form = await stores.formVersions.get(organisationId, intake.formVersionId);
  const rubric = await stores.rubrics.getVersion(organisationId, intake.rubricVersionId);
  return [judgmentPool(requisition, intake, sha256), writtenPool(requisition, form, rubric, sha256)];
}

const memberOf = ({ organisationId, id }: Requisition, intake: Intake): PoolMember => ({
  organisationId,
  requisitionId: id,
  intakeId: intake.id,
  rubricVersionId: intake.rubricVersionId,
  formVersionId: intake.formVersionId,
  keyVersionId: intake.keyVersionId,
});
