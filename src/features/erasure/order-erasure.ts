import type { DomainEvent } from '../../core/kernel/domain-event.ts';
import type { PersonId } from '../../core/kernel/ids.ts';
import type { Deps } from '../../deps.ts';
import { staffEvent, systemEvent } from '../../ops/new-event.ts';
import type { ErasureTarget } from '../../store/erasure-store.ts';

/** Begins an erasure; the relay carries it out. `by` is null for the command, which knows no account. */
export async function orderErasure(
  deps: Pick<Deps, 'clock' | 'stores'>,
  by: PersonId | null,
  target: ErasureTarget,
): Promise<'ordered' | 'ordered-before'> {
  const ordered = await deps.stores.erasure.order(target, [eventOf(by, target, deps.clock())]);
  return ordered ? 'ordered' : 'ordered-before';
}

function eventOf(
  by: PersonId | null,
  { id, organisationId, requisitionId }: ErasureTarget,
  at: Date,
): DomainEvent {
  const happened = {
    type: 'erasure-ordered',
    at,
    organisationId,
    facts: { requisitionId, applicantId: id },
  };
  return by === null ? systemEvent(happened) : staffEvent(by, happened);
}
