import { withGiven, type GivenLevels } from '../../core/calibration/rater-certification.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Deps } from '../../deps.ts';
import { changeCertification } from './change-certification.ts';

/** Keeps what a rater gave in practice; the last levels of a response stand. */
export async function keepPractice(
  deps: Deps,
  actor: Actor,
  anchorHash: string,
  practised: { readonly responseId: string; readonly levels: GivenLevels },
): Promise<void> {
  const at = deps.clock();
  const { organisationId, personId: raterId } = actor;
  await changeCertification(deps, { organisationId, raterId, anchorHash }, (seen) => ({
    changes: { practised: withGiven(seen.practised, { ...practised, at }) },
    events: [],
  }));
}
