import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { systemEvent } from '../../ops/new-event.ts';
import type { RequisitionChanges } from '../../store/requisition-store.ts';
import { orderErasure } from './order-erasure.ts';

type RetentionDeps = Pick<Deps, 'clock' | 'logger' | 'relay' | 'stores'>;

const ROLES_AT_ONCE = 50;
const APPLICANTS_AT_ONCE = 100;
/** Erased in one run, so that a stop of the server never waits long; the next run goes on. */
const MOST_IN_ONE_RUN = 500;

/**
 * Erases the applicants of roles whose time is over, role by role and batch by batch. What a stop or the bound of a
 * run leaves undone, the next run finds. Returns how many erasures it ordered.
 */
export async function eraseRetained(deps: RetentionDeps): Promise<number> {
  const due = await deps.stores.requisitions.listToErase(deps.clock(), ROLES_AT_ONCE);
  let ordered = 0;
  for (const requisition of due) {
    try {
      ordered += await eraseApplicants(deps, requisition, MOST_IN_ONE_RUN - ordered);
    } catch (error) {
      deps.logger.error(
        { err: error, requisitionId: requisition.id },
        'applicants could not be erased in time',
      );
    }
    if (ordered >= MOST_IN_ONE_RUN) break;
  }
  return ordered;
}

/**
 * The role says first that the erasing has begun: from then on nobody can reopen it or keep its applicants longer. A
 * role that somebody changed in this moment is looked at again in the next run.
 */
async function eraseApplicants(deps: RetentionDeps, due: Requisition, most: number): Promise<number> {
  const requisition =
    due.eraseBegunAt === null
      ? await change(deps, due, 'retention-ended', { eraseBegunAt: deps.clock() })
      : due;
  if (requisition === null) return 0;
  const { ordered, rest } = await orderSome(deps, requisition, most);
  if (rest === 'none') await change(deps, requisition, 'retention-carried-out', { eraseAt: null });
  return ordered;
}

async function orderSome(
  deps: RetentionDeps,
  { organisationId, id }: Requisition,
  most: number,
): Promise<{ readonly ordered: number; readonly rest: 'none' | 'some' }> {
  let ordered = 0;
  let after = '';
  while (ordered < most) {
    const batch = await deps.stores.erasure.listActive(organisationId, id, after, APPLICANTS_AT_ONCE);
    const last = batch.at(-1);
    if (last === undefined) return { ordered, rest: 'none' };
    for (const target of batch) {
      if ((await orderErasure(deps, null, target, 'retention')) === 'ordered') ordered += 1;
    }
    await deps.relay.soon();
    after = last.label;
  }
  return { ordered, rest: 'some' };
}

/** The role as it is after the change; null where somebody else was faster. */
async function change(
  { clock, stores }: RetentionDeps,
  requisition: Requisition,
  type: string,
  changes: RequisitionChanges,
): Promise<Requisition | null> {
  const { organisationId, id } = requisition;
  const event = systemEvent({ type, at: clock(), organisationId, facts: { requisitionId: id } });
  const outcome = await stores.requisitions.change(requisition, changes, [event]);
  return outcome === 'changed' ? stores.requisitions.find(organisationId, id) : null;
}
