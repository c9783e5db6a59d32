import type { DomainEvent } from '../../core/kernel/domain-event.ts';
import type { OrganisationId, PersonId, RequisitionId } from '../../core/kernel/ids.ts';
import type { Deps } from '../../deps.ts';
import type { AuditFilter, AuditSubject } from '../../store/audit-store.ts';
import type { Trail } from './requests.ts';

const DAY_MS = 86_400_000;

/** What of the address narrows the trail; a day that is none narrows nothing, and the page says so. */
export async function readFilter(
  deps: Deps,
  organisationId: OrganisationId,
  { about, what, who, from, to }: Trail,
): Promise<AuditFilter> {
  const until = dayOf(to);
  return {
    subject: await findSubject(deps, organisationId, about),
    type: what === '' ? null : what,
    actor: actorOf(who),
    from: dayOf(from),
    before: until === null ? null : new Date(until.getTime() + DAY_MS),
  };
}

/** The start of a day in UTC. */
export const dayOf = (typed: string): Date | null => {
  const read = /^\d{4}-\d{2}-\d{2}$/.test(typed) ? new Date(typed) : null;
  return read === null || Number.isNaN(read.getTime()) ? null : read;
};

function actorOf(who: string): DomainEvent['actor'] | null {
  if (who === '') return null;
  if (who === 'applicant') return { kind: 'candidate' };
  return who === 'attune' ? { kind: 'system' } : { kind: 'person', personId: who as PersonId };
}

/** A label may stand for one person each in several roles. */
async function findSubject(
  { stores }: Deps,
  organisationId: OrganisationId,
  wanted: string,
): Promise<AuditSubject | null> {
  if (wanted === '') return null;
  const role = await stores.requisitions.find(organisationId, wanted as RequisitionId);
  if (role !== null) return { kind: 'requisition', id: role.id };
  const targets = await stores.erasure.findTargets(organisationId, wanted);
  return { kind: 'applicant', ids: targets.map(({ id }) => id) };
}
