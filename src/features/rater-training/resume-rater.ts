import type { RaterCertification } from '../../core/calibration/rater-certification.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { staffEvent } from '../../ops/new-event.ts';
import { changeCertification } from './change-certification.ts';

/** A person lets a rater go on, with the reason; somebody who is not paused is left alone. */
export function resumeRater(
  deps: Deps,
  actor: Actor,
  { id: requisitionId }: Requisition,
  key: Pick<RaterCertification, 'organisationId' | 'raterId' | 'anchorHash'>,
  because: string,
): Promise<'changed' | 'unchanged'> {
  const { organisationId, raterId, anchorHash } = key;
  const at = deps.clock();
  return changeCertification(deps, { organisationId, raterId, anchorHash }, ({ pauses }) => {
    const place = pauses.findIndex(({ lifted }) => lifted === null);
    const pause = pauses[place];
    if (pause === undefined) return null;
    const lifted = { by: actor.personId, because, at };
    const facts = { requisitionId, raterId, anchorHash, cause: pause.cause };
    return {
      changes: { pauses: pauses.with(place, { ...pause, lifted }) },
      events: [staffEvent(actor.personId, { type: 'rater-resumed', at, organisationId, facts })],
    };
  });
}
