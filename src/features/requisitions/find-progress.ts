import { STAGES, type Stage } from '../../core/applicant/applicant.ts';
import { groupBy } from '../../core/kernel/group-by.ts';
import type { RequisitionId } from '../../core/kernel/ids.ts';
import { intakeLists } from '../../core/requisition/intake-list.ts';
import { progressOf, type Progress } from '../../core/requisition/progress.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';

/** Progress of several roles by one count over the read model, of applicants at these stages, however many there are. */
export async function findProgress(
  deps: Deps,
  requisitions: readonly Requisition[],
  stages: readonly Stage[] = STAGES,
): Promise<ReadonlyMap<RequisitionId, Progress>> {
  const counts = await deps.stores.standingCounts.countEvidence(requisitions.flatMap(intakeLists), stages);
  const byRequisition = groupBy(counts, ({ requisitionId }) => requisitionId);
  return new Map(
    requisitions.map(({ id }) => {
      const own = byRequisition.get(id) ?? [];
      return [id, progressOf(Object.fromEntries(own.map(({ kind, count }) => [kind, count])))];
    }),
  );
}
