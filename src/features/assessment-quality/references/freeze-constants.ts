import type { ReferenceConstants } from '../../../core/norms/reference-constants.ts';
import { tallyScorePairs, type PairsOrNot } from '../../../core/norms/tally-score-pairs.ts';
import type { Actor } from '../../../core/person/person.ts';
import type { Deps } from '../../../deps.ts';
import { staffEvent } from '../../../ops/new-event.ts';
import { newId } from '../../../ops/secrets.ts';
import type { ScopeWithMembers } from './find-scope.ts';

const EVER = new Date(0);

/** Mean, SD and correlation of both parts over all roles of the scope, kept once and for good, with the stated weights. */
export async function freezeConstants(
  { stores, clock, relay }: Deps,
  actor: Actor,
  { scope, members }: ScopeWithMembers,
  weights: ReferenceConstants['weights'],
): Promise<PairsOrNot> {
  const at = clock();
  const tally = tallyScorePairs();
  for (const list of members.flatMap(({ lists }) => lists)) {
    for await (const { judgment, written } of stores.standingScan.scanComplete(list, EVER, at)) {
      if (judgment !== null && written !== null) tally.add(judgment, written);
    }
  }
  const pairs = tally.freeze();
  if (pairs.kind !== 'frozen') return pairs;
  const { n, judgment, written, correlation } = pairs;
  const { organisationId } = actor;
  const constants: ReferenceConstants = {
    ...{ id: newId(), organisationId, scopeId: scope.id, versions: scope.versions },
    ...{ n, judgment, written, correlation, weights, frozenBy: actor.personId, frozenAt: at },
  };
  const facts = { referenceConstantsId: constants.id, n, weightOfJudgment: weights.judgment };
  await stores.referenceConstants.insert(constants, [
    staffEvent(actor.personId, { type: 'reference-constants-frozen', at, organisationId, facts }),
  ]);
  void relay.soon();
  return pairs;
}
