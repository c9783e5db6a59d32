import type { Actor } from '../../core/person/person.ts';
import { currentIntake, type Requisition } from '../../core/requisition/requisition.ts';
import type { Deps, KeyDeps } from '../../deps.ts';
import { loadSet, type CalibrationSet } from './load-set.ts';

/** Roles with the same anchors are one thing to train for. */
export interface RatedAnchors {
  readonly anchorHash: string;
  readonly roles: readonly [Requisition, ...Requisition[]];
}

const MOST_ROLES = 100;

/** The anchors of open roles that this person may rate in, those of the newest role first. */
export async function findRatedAnchors({ stores }: Deps, actor: Actor): Promise<readonly RatedAnchors[]> {
  const { organisationId, personId } = actor;
  const roles = await stores.requisitions.listOfOrganisation(organisationId, null, MOST_ROLES);
  const found = new Map<string, [Requisition, ...Requisition[]]>();
  for (const role of roles.filter(({ state, members }) => state === 'open' && !members.includes(personId))) {
    const { rubricVersionId } = currentIntake(role);
    const { anchorHash } = await stores.rubrics.getVersion(organisationId, rubricVersionId);
    const alike = found.get(anchorHash);
    if (alike === undefined) found.set(anchorHash, [role]);
    else alike.push(role);
  }
  return [...found].map(([anchorHash, alike]) => ({ anchorHash, roles: alike }));
}

/** The set under these anchors; null for anchors of no open role that this person may rate in. */
export async function findSet(
  deps: Deps,
  keys: KeyDeps,
  actor: Actor,
  unsafeAnchorHash: string,
): Promise<{ readonly anchors: RatedAnchors; readonly set: CalibrationSet } | null> {
  const all = await findRatedAnchors(deps, actor);
  const anchors = all.find(({ anchorHash }) => anchorHash === unsafeAnchorHash);
  return anchors === undefined ? null : { anchors, set: await loadSet(deps, keys, anchors.roles[0]) };
}
