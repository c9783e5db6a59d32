import type { NormGroup } from '../../../core/norms/norm-group.ts';
import { LEAST_PEOPLE, tallyScores } from '../../../core/norms/tally-scores.ts';
import type { Actor } from '../../../core/person/person.ts';
import type { Deps } from '../../../deps.ts';
import { staffEvent } from '../../../ops/new-event.ts';
import { newId } from '../../../ops/secrets.ts';
import type { ScopeWithMembers } from './find-scope.ts';
import type { NormGroupForm } from './requests.ts';

const DAY_MS = 86_400_000;

/** Counts the completed attempts that were chosen and keeps the counts, once and for good. */
export async function freezeNormGroup(
  { stores, clock, relay }: Deps,
  actor: Actor,
  { scope, members }: ScopeWithMembers,
  form: NormGroupForm,
): Promise<{ readonly kind: 'frozen' } | { readonly kind: 'too-few'; readonly n: number }> {
  const tallies = { judgment: tallyScores(), written: tallyScores() };
  let n = 0;
  const before = new Date(form.to.getTime() + DAY_MS);
  const chosen = members.filter(({ requisition }) => form.roles.includes(requisition.id));
  for (const list of chosen.flatMap(({ lists }) => lists)) {
    for await (const { judgment, written } of stores.standingScan.scanComplete(list, form.from, before)) {
      if (judgment !== null) tallies.judgment.add(judgment);
      if (written !== null) tallies.written.add(written);
      n += 1;
    }
  }
  const scores = { judgment: tallies.judgment.freeze(), written: tallies.written.freeze() };
  if (scores.judgment === null && scores.written === null)
    return { kind: 'too-few', n: Math.min(n, LEAST_PEOPLE) };
  const { name, description, from, to } = form;
  const group: NormGroup = {
    ...{ id: newId(), organisationId: actor.organisationId, scopeId: scope.id, versions: scope.versions },
    ...{ name, description, from, to, scores, frozenBy: actor.personId, frozenAt: clock() },
    requisitionIds: chosen.map(({ requisition }) => requisition.id),
  };
  const facts = { normGroupId: group.id, n };
  const { organisationId, frozenAt: at } = group;
  await stores.normGroups.insert(group, [
    staffEvent(actor.personId, { type: 'norm-group-frozen', at, organisationId, facts }),
  ]);
  void relay.soon();
  return { kind: 'frozen' };
}
