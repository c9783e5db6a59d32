import { findShortLimits, type ShortLimit } from '../../core/quality/short-limits.ts';
import { currentIntake, type Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';

/** Limits of a draft that its form's attempts so far show to be too short; of no use once the rules are settled. */
export async function readShortLimits(
  { stores }: Pick<Deps, 'stores'>,
  requisition: Requisition,
): Promise<readonly ShortLimit[]> {
  if (requisition.state !== 'draft') return [];
  const { organisationId, id, simulated } = requisition;
  const { formVersionId } = currentIntake(requisition);
  const [{ sections }, times] = await Promise.all([
    stores.formVersions.get(organisationId, formVersionId),
    stores.qualityReports.listPartTimes(organisationId, formVersionId, simulated ? id : null),
  ]);
  return findShortLimits(sections, times);
}
