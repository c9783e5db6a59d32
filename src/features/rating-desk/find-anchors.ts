import type { CriterionId } from '../../core/kernel/ids.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Criterion, RubricVersion } from '../../core/rubric/rubric.ts';
import type { Deps } from '../../deps.ts';

/**
 * The criteria with the anchors under which a task is rated, in the wanted order. They may be those of a version that
 * its intake is changing to, or has changed from while a rater was at work.
 */
export async function findAnchors(
  { stores }: Deps,
  { organisationId, id, intakes }: Requisition,
  anchorHash: string,
  order: readonly CriterionId[],
): Promise<readonly Criterion[]> {
  const counting = await Promise.all(
    intakes.map(({ rubricVersionId }) => stores.rubrics.getVersion(organisationId, rubricVersionId)),
  );
  const alike = ({ anchorHash: hash }: RubricVersion): boolean => hash === anchorHash;
  const version =
    counting.find(alike) ?? (await stores.rubrics.listOfRequisition(organisationId, id)).find(alike);
  if (version === undefined) throw new Error('a task is rated under anchors that its role never had');
  return order.map((criterionId) => {
    const criterion = version.criteria.find((candidate) => candidate.id === criterionId);
    if (criterion === undefined)
      throw new Error(`rubric version ${version.id} has no criterion ${criterionId}`);
    return criterion;
  });
}
