import type { BulkAction, BulkPerson, LeftOut } from '../../../core/applicant/bulk-action.ts';
import type { Deps } from '../../../deps.ts';
import { staffEvent } from '../../../ops/new-event.ts';
import { changeInvitation } from './change-invitation.ts';
import { movePerson } from './move-person.ts';

type BulkDeps = Pick<Deps, 'clock' | 'stores' | 'relay' | 'logger'>;

const AT_ONCE = 20;

/** Works off confirmed actions. One that fails is left where it is for the next turn and holds up no other. */
export async function runBulkActions(deps: BulkDeps): Promise<void> {
  for (const action of await deps.stores.bulkActions.listRunning(AT_ONCE)) {
    try {
      await runOne(deps, action);
    } catch (error) {
      const about = { err: error, bulkActionId: action.id };
      deps.logger.error(
        about,
        'an action for several applicants stopped half way and will be taken up again',
      );
    }
  }
}

/** Portion by portion; one that a crash cut off is done again to the same end, because each step knows its own trace. */
async function runOne(deps: BulkDeps, begun: BulkAction): Promise<void> {
  const { bulkActions } = deps.stores;
  const { organisationId, requisitionId, id } = begun;
  let current: BulkAction | null = begun;
  while (current?.endedAt === null) {
    if (current.next >= current.people.length) return end(deps, current);
    const portion = current.people.slice(current.next, current.next + AT_ONCE);
    await bulkActions.advance(current, await doPortion(deps, current, portion));
    void deps.relay.soon();
    current = await bulkActions.find(organisationId, requisitionId, id);
  }
}

async function doPortion(deps: BulkDeps, action: BulkAction, portion: readonly BulkPerson[]) {
  const done: BulkPerson[] = [];
  const leftOut: { label: string; why: LeftOut }[] = [];
  for (const person of portion) {
    const outcome = await doOne(deps, action, person);
    if (outcome === 'done') done.push(person);
    else leftOut.push({ label: person.label, why: outcome });
  }
  return { next: action.next + portion.length, done, leftOut };
}

/** Fresh from the store, because the list that was confirmed may be minutes old. */
async function doOne(deps: BulkDeps, action: BulkAction, person: BulkPerson): Promise<'done' | LeftOut> {
  const { organisationId, requisitionId } = action;
  const applicant = await deps.stores.applicants.find(organisationId, requisitionId, person.applicantId);
  if (applicant?.state !== 'active') return 'gone';
  if (applicant.stage === 'withdrawn') return 'withdrawn';
  return action.wish.kind === 'move' || action.wish.kind === 'move-back'
    ? movePerson(deps, action, action.wish, person, applicant)
    : changeInvitation(deps, action, action.wish, applicant);
}

function end({ clock, stores, relay }: BulkDeps, action: BulkAction): Promise<void> {
  const { organisationId, requisitionId, personId, wish, done, leftOut } = action;
  const at = clock();
  const facts = { requisitionId, kind: wish.kind, done: done.length, leftOut: leftOut.length };
  const event = staffEvent(personId, { type: 'bulk-action-ended', at, organisationId, facts });
  return stores.bulkActions.end(action, at, [event]).then(() => {
    void relay.soon();
  });
}
