import type { Attempt } from '../../core/attempt/attempt.ts';
import { creditForOutage } from '../../core/outage/credit-for-outage.ts';
import type { Outage } from '../../core/outage/outage.ts';
import type { Deps } from '../../deps.ts';

const PORTION = 100;
const TRIES = 20;

/**
 * Credits the length of an outage to every part that ran in it. It walks in the order of deadlines and writes down how
 * far it has come; a credit moves an attempt ahead in that order, where it is met again and has its credit.
 */
export async function giveBackOutage(deps: Pick<Deps, 'stores'>, outage: Outage): Promise<void> {
  const { attempts, outages } = deps.stores;
  let credited = 0;
  let seen = 0;
  for await (const { attempt, dueMs } of attempts.walkDue(outage.placeMs)) {
    if (await giveBack(deps, attempt, outage)) credited += 1;
    seen += 1;
    if (seen % PORTION === 0) {
      await outages.advance(outage, dueMs, credited);
      credited = 0;
    }
  }
  await outages.advance(outage, outage.placeMs, credited);
  await outages.finish(outage);
}

/** Whether the attempt was credited now; one that changed in between is looked at again. */
async function giveBack({ stores }: Pick<Deps, 'stores'>, first: Attempt, outage: Outage): Promise<boolean> {
  let attempt: Attempt | null = first;
  for (let tries = 0; tries < TRIES && attempt !== null; tries += 1) {
    const due = creditForOutage(attempt, outage);
    if (due === null) return false;
    const { sectionId, credit } = due;
    if ((await stores.attempts.creditOutage(attempt, sectionId, credit, outage.to)) !== null) return true;
    const { organisationId, requisitionId, id } = attempt;
    attempt = await stores.attempts.find(organisationId, requisitionId, id);
  }
  if (attempt === null) return false;
  throw new Error(`attempt ${first.id} changed ${TRIES} times while an outage was given back`);
}
