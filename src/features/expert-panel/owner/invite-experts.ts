import { MOST_EXPERTS, type ExpertPanel } from '../../../core/expert-panel/expert-panel.ts';
import { acceptsRatings } from '../../../core/expert-panel/panel-state.ts';
import { readInvitees, type InviteeProblem } from '../../../core/applicant/read-invitees.ts';
import type { PanelExpertId } from '../../../core/kernel/ids.ts';
import type { Actor } from '../../../core/person/person.ts';
import { newId } from '../../../ops/secrets.ts';
import { emailKey } from '../../../store/person-store.ts';
import type { PanelDeps } from '../panel-deps.ts';
import { panelEvent } from './panel-event.ts';

type Invited =
  | { readonly kind: 'invited'; readonly count: number }
  | { readonly kind: 'refused'; readonly problems: readonly string[] }
  | { readonly kind: 'not-open' };

const WHY: Readonly<Record<InviteeProblem['kind'] | 'invited-already', string>> = {
  'no-address': 'has no e-mail address',
  'broken-address': 'has an e-mail address that is not whole',
  'two-addresses': 'has more than one e-mail address: one person a line',
  long: 'is too long',
  twice: 'is here twice',
  'invited-already': 'is in this panel already',
};

/** Invites everybody typed, or nobody while one line has a problem. */
export async function inviteExperts(
  deps: PanelDeps,
  actor: Actor,
  panel: ExpertPanel,
  typed: string,
): Promise<Invited> {
  const now = deps.clock();
  if (!acceptsRatings(panel, now)) return { kind: 'not-open' };
  const { invitees, problems } = readInvitees(typed);
  const known = await deps.panelExperts.findInvited(
    panel.id,
    invitees.map(({ email }) => email),
  );
  const again = invitees
    .filter(({ email }) => known.has(emailKey(email)))
    .map(({ line, email }) => ({ line, kind: 'invited-already' as const, text: email }));
  const refused = [...problems, ...again].sort((left, right) => left.line - right.line);
  if (refused.length > 0)
    return {
      kind: 'refused',
      problems: refused.map(({ line, kind, text }) => `Line ${line}, “${text}”, ${WHY[kind]}.`),
    };
  const before = await deps.panelExperts.listInvited(panel.organisationId, panel.id);
  if (before.length + invitees.length > MOST_EXPERTS)
    return { kind: 'refused', problems: [`A panel takes up to ${MOST_EXPERTS} experts.`] };
  let count = 0;
  for (const { name, email } of invitees) {
    const expert = { id: newId<PanelExpertId>(), organisationId: panel.organisationId, panelId: panel.id };
    const event = panelEvent(actor, panel, 'expert-invited', now, { expertId: expert.id });
    if (await deps.panelExperts.invite(expert, { name, email }, now, [event])) count += 1;
  }
  void deps.relay.soon();
  return { kind: 'invited', count };
}
