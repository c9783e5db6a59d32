import type { AdjustmentRequest, Grant, GrantOutcome } from '../../core/adjustment/adjustment-request.ts';
import { previewGrant } from '../../core/adjustment/preview-grant.ts';
import { grantOnRequest } from '../../core/adjustment/settle-request.ts';
import { chooseTime } from '../../core/attempt/choose-time.ts';
import { findSection } from '../../core/form/find-item.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Deps } from '../../deps.ts';
import { tellAdjustment } from './adjustment-event.ts';
import type { Case } from './load-case.ts';

type Wanted = { readonly id: string } & (
  { readonly kind: 'time'; readonly sectionId: string; readonly ms: number } | { readonly kind: 'no-limit' }
);

type Refusal = Exclude<GrantOutcome, 'waiting' | 'given' | 'reopened'>;

export type GrantAdjustment =
  /** With what came of it; a second click finds the grant of the first. */
  | { readonly kind: 'granted' | 'granted-before'; readonly grant: Grant }
  | { readonly kind: 'refused'; readonly reason: Refusal }
  | { readonly kind: 'changed-meanwhile' };

/** Writes the grant down with its event; what follows carries it out, and would again after a crash. */
export async function grantAdjustment(
  deps: Deps,
  actor: Actor,
  {
    request,
    of,
    wanted,
  }: { readonly request: AdjustmentRequest; readonly of: Case; readonly wanted: Wanted },
): Promise<GrantAdjustment> {
  const at = deps.clock();
  const by = actor.personId;
  const grant = { ...wanted, by, at, outcome: 'waiting' } as Grant;
  const step = grantOnRequest(request, grant);
  if (step.kind === 'granted-before') return step;
  const reason = whyNot(of, grant, at.getTime());
  if (reason !== null) return { kind: 'refused', reason };
  const event = tellAdjustment(request, 'adjustment-granted', at, by);
  const changed = await deps.stores.adjustmentRequests.change(request, step.changes, [event]);
  if (changed === null) return { kind: 'changed-meanwhile' };
  await deps.relay.soon();
  const settled = await deps.stores.adjustmentRequests.find(request.organisationId, request.id);
  return { kind: 'granted', grant: settled?.grants.find(({ id }) => id === grant.id) ?? grant };
}

function whyNot(of: Case, grant: Grant, nowMs: number): Refusal | null {
  if (of.withdrawn) return 'withdrawn';
  if (grant.kind === 'no-limit') return mayHaveNoLimit(of) ? null : 'not-offered';
  const section = findSection(of.form, grant.sectionId);
  if (section === null) return 'over';
  const preview = previewGrant(of, section, grant.ms, nowMs);
  return preview.kind === 'refused' ? preview.reason : null;
}

/** Until the first part starts, where the role allows it. */
export function mayHaveNoLimit({ attempt, requisition, withdrawn }: Case): boolean {
  if (withdrawn) return false;
  if (attempt !== null) return chooseTime(attempt, 'no-limit').kind === 'chosen';
  const { timeMode } = requisition;
  return timeMode.kind === 'timed' && timeMode.noLimitAllowed;
}
