import type { Actor } from '../../core/person/person.ts';
import { archiveRequisition } from '../../core/requisition/archive-requisition.ts';
import { closeRequisition } from '../../core/requisition/close-requisition.ts';
import { reopenRequisition } from '../../core/requisition/reopen-requisition.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import type { RequisitionChanges } from '../../store/requisition-store.ts';
import { changeRequisition } from './change-requisition.ts';
import { findOpenWork } from './find-open-work.ts';

export type LifeStep = 'close' | 'reopen' | 'archive';

type Decided =
  | { readonly kind: 'closed' | 'reopened' | 'archived'; readonly changes: RequisitionChanges }
  | { readonly kind: 'not-open' | 'not-closed' | 'being-erased' | 'work-open' };

type Outcome = Decided['kind'] | 'changed-meanwhile';

/** Closes, reopens or archives a role: one update with its event, if the role is still as the page showed it. */
export async function changeLife(
  deps: Deps,
  step: LifeStep,
  { actor, requisition, rev }: { actor: Actor; requisition: Requisition; rev: number },
): Promise<Outcome> {
  if (requisition.rev !== rev) return 'changed-meanwhile';
  const decided = await decide(deps, step, requisition);
  if (!('changes' in decided)) return decided.kind;
  const changed = await changeRequisition(deps, {
    actor,
    requisition,
    rev,
    type: `requisition-${decided.kind}`,
    changes: decided.changes,
  });
  return changed === 'changed' ? decided.kind : changed;
}

async function decide(deps: Deps, step: LifeStep, requisition: Requisition): Promise<Decided> {
  switch (step) {
    case 'close':
      return closeRequisition(requisition, deps.clock());
    case 'reopen':
      return reopenRequisition(requisition);
    case 'archive':
      // What has just been handed in becomes work for raters first.
      await deps.relay.soon();
      return archiveRequisition(requisition, await findOpenWork(deps, requisition));
  }
}
