import type { DomainEvent } from '../../core/kernel/domain-event.ts';
import type { ApplicantId } from '../../core/kernel/ids.ts';
import type { Deps } from '../../deps.ts';
import { systemEvent } from '../../ops/new-event.ts';
import type { FollowUp } from '../../ops/relay.ts';
import { sweepAfter } from './sweep-erasures.ts';

type ErasureDeps = Pick<Deps, 'clock' | 'stores'>;

/** What happens after an erasure was ordered. Running it again finds nothing left to do. */
export function erasureFollowUps(deps: ErasureDeps): Readonly<Record<string, readonly FollowUp[]>> {
  return { 'erasure-ordered': [(event) => erase(deps, event)] };
}

/** The applicant's own document comes last, so that a crash in between leaves something that says where to go on. */
async function erase({ clock, stores }: ErasureDeps, { facts, type }: DomainEvent): Promise<void> {
  const { applicantId } = facts;
  if (typeof applicantId !== 'string') throw new Error(`event ${type} does not say whom it is about`);
  const target = await stores.erasure.findTarget(applicantId as ApplicantId);
  if (target?.state !== 'erasing') return;
  const records = await stores.erasure.deleteTraces(target);
  const at = clock();
  const { organisationId, requisitionId } = target;
  const event = systemEvent({
    type: 'applicant-erased',
    at,
    organisationId,
    facts: { requisitionId, applicantId, records },
  });
  await stores.erasure.finish(target, sweepAfter(at), [event]);
}
