import type { AttemptId } from '../../core/kernel/ids.ts';
import type { DeviceScore } from '../../core/quality/device-differences.ts';
import type { GroupedPerson } from '../../core/quality/tally-groups.ts';
import type { PoolMember } from './find-pools.ts';
import type { QualityDeps } from './quality-deps.ts';

export interface ScoredPerson extends GroupedPerson {
  readonly attemptId: AttemptId;
}

/** The scores of these people with what they began on, where it is known, and without saying whose they are. */
export async function readDevices(
  { stores }: QualityDeps,
  { organisationId, requisitionId }: PoolMember,
  people: readonly ScoredPerson[],
): Promise<readonly DeviceScore[]> {
  const ids = people.map(({ attemptId }) => attemptId);
  const devices = await stores.attempts.listDevices(organisationId, requisitionId, ids);
  return people.flatMap(({ attemptId, score }) => {
    const deviceClass = devices.get(attemptId);
    return deviceClass === undefined ? [] : [{ score, deviceClass }];
  });
}
