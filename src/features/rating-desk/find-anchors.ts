import type { CriterionId } from '../../core/kernel/ids.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Criterion } from '../../core/rubric/rubric.ts';
import type { Deps } from '../../deps.ts';

/** The criteria with the anchors under which a task is rated, in the wanted order. */
export async function findAnchors(
  { stores }: Deps,
  { organisationId, intakes }: Requisition,
  anchorHash: string,
  order: readonly CriterionId[],
): Promise<readonly Criterion[]> {
  for (const { rubricVersionId } of intakes) {
    const version = await stores.rubrics.getVersion(organisationId, rubricVersionId);
    if (version.anchorHash !== anchorHash) continue;
    return order.map((id) => {
      const criterion = version.criteria.find((candidate) => candidate.id === id);
      if (criterion === undefined) throw new Error(`rubric version ${version.id} has no criterion ${id}`);
      return criterion;
    });
  }
  throw new Error('a task is rated under anchors that no intake of its requisition uses');
}
