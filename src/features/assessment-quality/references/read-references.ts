import type { OrganisationId } from '../../../core/kernel/ids.ts';
import type { NormGroup } from '../../../core/norms/norm-group.ts';
import type { ReferenceConstants } from '../../../core/norms/reference-constants.ts';
import type { Deps } from '../../../deps.ts';

export interface References {
  readonly groups: readonly NormGroup[];
  readonly constants: ReferenceConstants | null;
}

const MOST = 50;

/** Norm groups and constants that hold for a scope, the newest first. */
export async function readReferences(
  { stores }: Pick<Deps, 'stores'>,
  organisationId: OrganisationId,
  scopeId: string,
): Promise<References> {
  const [groups, constants] = await Promise.all([
    stores.normGroups.list(organisationId, scopeId, MOST),
    stores.referenceConstants.findNewest(organisationId, scopeId),
  ]);
  return { groups, constants };
}
