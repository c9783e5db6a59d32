import type { DomainEvent } from '../../core/kernel/domain-event.ts';
import type { PersonId } from '../../core/kernel/ids.ts';
import type { Deps } from '../../deps.ts';
import { staffEvent, systemEvent } from '../../ops/new-event.ts';
import type { ErasureTarget } from '../../store/erasure-store.ts';

type ErasureReason = 'request' | 'retention';

/**
 * Begins an erasure; the relay carries it out. `by` is null for the command, which knows no account, and where the time
 * for which applicants are kept is over.
 */
export async function orderErasure(
  deps: Pick<Deps, 'clock' | 'stores'>,
  by: PersonId | null,
  target: ErasureTarget,
  reason: ErasureReason = 'request',
): Promise<'ordered' | 'ordered-before'> {
  const ordered = await deps.stores.erasure.order(target, [eventOf(by, target, reason, deps.clock())]);
  return ordered ? 'ordered' : 'ordered-before';
}

function eventOf(
  by: PersonId | null,
  { id, organisationId, requisitionId }: ErasureTarget,
  reason: ErasureReason,
  at: Date,
): DomainEvent {
  const happened = {
    type: 'erasure-ordered',
    at,
    organisationId,
    facts: { requisitionId, applicantId: id, reason },
  };
  return by === null ? systemEvent(happened) : staffEvent(by, happened);
}
