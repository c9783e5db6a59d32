import { agreeOnLevels, withOpinion } from '../../core/calibration/level-agreement.ts';
import type { GivenLevels } from '../../core/calibration/rater-certification.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Deps, KeyDeps } from '../../deps.ts';
import { staffEvent } from '../../ops/new-event.ts';
import type { CalibrationSet, SetResponse } from './load-set.ts';

const MOST_ROUNDS = 10;

/** Keeps what an expert says of a response; with the third who agrees, the levels stand for good. */
export async function giveOpinion(
  deps: Deps,
  keys: KeyDeps,
  actor: Actor,
  about: { readonly set: CalibrationSet; readonly one: SetResponse },
  said: { readonly levels: GivenLevels; readonly because: string },
): Promise<'kept' | 'agreed-before'> {
  const { organisationId, personId: expertId } = actor;
  const { anchorHash, requisitionId } = about.set.rubric;
  const { id: responseId, itemId } = about.one.response;
  const criteria = about.one.criteria.map(({ id }) => id);
  const at = deps.clock();
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    const seen = await keys.calibrationSets.get({
      organisationId,
      anchorHash,
      itemId,
      responseId,
      writer: about.one.writer,
    });
    if (seen.agreed !== null) return 'agreed-before';
    const opinions = withOpinion(seen.opinions, { expertId, ...said, at });
    const outcome = agreeOnLevels(opinions, criteria);
    const agreed = outcome.kind === 'agreed' ? outcome.levels : null;
    const facts = { requisitionId, responseId, anchorHash, agreed: agreed !== null };
    const event = staffEvent(expertId, { type: 'calibration-levels-given', at, organisationId, facts });
    if (await keys.calibrationSets.change(seen, { opinions, agreed }, [event])) return 'kept';
  }
  throw new Error(`the levels of ${responseId} keep changing`);
}
