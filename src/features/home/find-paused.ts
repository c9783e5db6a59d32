import { openPause } from '../../core/calibration/rater-certification.ts';
import { mayInRequisition } from '../../core/access/requisition-access.ts';
import type { Actor } from '../../core/person/person.ts';
import { currentIntake, type Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';

/** Raters paused for drift under the anchors of a role, for its lead. */
export interface PausedRaters {
  readonly requisition: Requisition;
  readonly count: number;
}

export async function findPaused(
  { stores }: Deps,
  actor: Actor,
  memberOf: readonly Requisition[],
): Promise<readonly PausedRaters[]> {
  const led = memberOf.filter(
    (requisition) => mayInRequisition(actor, 'settle-ratings', requisition) === 'allowed',
  );
  const paused = led.length === 0 ? [] : await stores.raterCertifications.listPaused(actor.organisationId);
  if (paused.length === 0) return [];
  const found = await Promise.all(
    led.map(async (requisition) => {
      const { rubricVersionId } = currentIntake(requisition);
      const { anchorHash } = await stores.rubrics.getVersion(actor.organisationId, rubricVersionId);
      const count = paused.filter(
        (one) =>
          one.anchorHash === anchorHash &&
          openPause(one)?.cause === 'drift' &&
          !requisition.members.includes(one.raterId),
      ).length;
      return { requisition, count };
    }),
  );
  return found.filter(({ count }) => count > 0);
}
