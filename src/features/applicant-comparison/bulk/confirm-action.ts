import type { BulkAction, BulkWish } from '../../../core/applicant/bulk-action.ts';
import type { Actor } from '../../../core/person/person.ts';
import type { Requisition } from '../../../core/requisition/requisition.ts';
import type { Deps } from '../../../deps.ts';
import { staffEvent } from '../../../ops/new-event.ts';
import { sha256 } from '../../../ops/secrets.ts';

/** Stores what was confirmed, once however often it is asked, and begins with it. */
export async function confirmAction(
  deps: Deps,
  actor: Actor,
  requisition: Requisition,
  { id, wish, people }: Pick<BulkAction, 'id' | 'wish' | 'people'>,
): Promise<void> {
  const { organisationId, id: requisitionId } = requisition;
  const { personId } = actor;
  const confirmedAt = deps.clock();
  const facts = { requisitionId, kind: wish.kind, applicants: people.length };
  const event = staffEvent(personId, {
    type: 'bulk-action-confirmed',
    at: confirmedAt,
    organisationId,
    facts,
  });
  const state = { next: 0, done: [], leftOut: [], confirmedAt, endedAt: null };
  await deps.stores.bulkActions.insert(
    { id, organisationId, requisitionId, personId, wish, people, ...state },
    [event],
  );
  deps.bulkActions.soon().catch((error: unknown) => {
    deps.logger.error({ err: error, bulkActionId: id }, 'an action for several applicants could not begin');
  });
}

/** Its id follows from the action that it takes back, so that there is one of them. */
export function undoOf(
  action: BulkAction,
): (Pick<BulkAction, 'id' | 'people'> & { readonly wish: Extract<BulkWish, { kind: 'move-back' }> }) | null {
  const { id, wish, done, endedAt, confirmedAt } = action;
  if (wish.kind !== 'move' || endedAt === null || done.length === 0) return null;
  return {
    id: sha256(`undo ${id}`).slice(0, 22),
    wish: { kind: 'move-back', from: wish.to, movedAt: confirmedAt },
    people: done,
  };
}
