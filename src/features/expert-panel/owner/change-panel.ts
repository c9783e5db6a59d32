import type { ExpertPanel, LeftOut } from '../../../core/expert-panel/expert-panel.ts';
import { mayClose } from '../../../core/expert-panel/panel-state.ts';
import type { PanelExpertId } from '../../../core/kernel/ids.ts';
import type { Actor } from '../../../core/person/person.ts';
import type { PanelChanges } from '../../../store/expert-panel-store.ts';
import type { PanelDeps } from '../panel-deps.ts';
import { panelEvent } from './panel-event.ts';
import { LONGEST_MS } from './set-up-panel.ts';

export type PanelChange = 'changed' | 'changed-meanwhile' | 'not-now';

interface Change {
  readonly actor: Actor;
  readonly panel: ExpertPanel;
  /** Of the page that asked for it. */
  readonly rev: number;
}

async function write(
  { stores, clock }: PanelDeps,
  { actor, panel, rev }: Change,
  type: string,
  changes: PanelChanges,
  facts: Readonly<Record<string, string | number>> = {},
): Promise<PanelChange> {
  if (panel.rev !== rev) return 'changed-meanwhile';
  return stores.expertPanels.change(panel, changes, [panelEvent(actor, panel, type, clock(), facts)]);
}

/** Ends the rating, with as many experts as were asked for, and lets the ratings be looked at. */
export async function closePanel(deps: PanelDeps, change: Change): Promise<PanelChange | 'too-few'> {
  const { panel } = change;
  const closing = mayClose(panel, await deps.panelExperts.countHandedIn(panel.id));
  if (closing.kind !== 'closable') return closing.kind === 'too-few' ? 'too-few' : 'not-now';
  const now = deps.clock();
  const closed = { state: 'closed', closedAt: now, closesAt: now } as const;
  const outcome = await write(deps, change, 'expert-panel-closed', closed);
  if (outcome === 'changed') await deps.panelExperts.seal(panel.id);
  return outcome;
}

/** Gives experts another last day, also when the last one is over. */
export async function movePanelEnd(
  deps: PanelDeps,
  change: Change,
  closesAt: Date,
): Promise<PanelChange | 'day-not-ahead'> {
  const now = deps.clock();
  if (change.panel.state !== 'open') return 'not-now';
  if (closesAt <= now || closesAt.getTime() > now.getTime() + LONGEST_MS) return 'day-not-ahead';
  return write(deps, change, 'expert-panel-extended', { closesAt }, { closesAt: closesAt.toISOString() });
}

/** Ends a panel without a key. What was rated stays and is not counted. */
export async function giveUpPanel(deps: PanelDeps, change: Change): Promise<PanelChange> {
  const { state } = change.panel;
  if (state !== 'open' && state !== 'closed') return 'not-now';
  const now = deps.clock();
  const outcome = await write(deps, change, 'expert-panel-given-up', {
    state: 'given-up',
    closesAt: now,
    closedAt: change.panel.closedAt ?? now,
  });
  if (outcome === 'changed') await deps.panelExperts.seal(change.panel.id);
  return outcome;
}

/** Takes an expert's ratings out of the key, with who says so and why. They stay on record. */
export function leaveOut(
  deps: PanelDeps,
  change: Change,
  expertId: PanelExpertId,
  reason: string,
): Promise<PanelChange> {
  const { panel, actor } = change;
  const out: LeftOut = { expertId, reason, by: actor.personId, at: deps.clock() };
  if (panel.state !== 'closed' || panel.leftOut.some((one) => one.expertId === expertId))
    return Promise.resolve('not-now');
  return write(deps, change, 'expert-left-out', { leftOut: [...panel.leftOut, out] }, { expertId });
}

export function takeBack(deps: PanelDeps, change: Change, expertId: PanelExpertId): Promise<PanelChange> {
  const { panel } = change;
  const leftOut = panel.leftOut.filter((one) => one.expertId !== expertId);
  if (panel.state !== 'closed') return Promise.resolve('not-now');
  return write(deps, change, 'expert-taken-back', { leftOut }, { expertId });
}
