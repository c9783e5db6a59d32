import type { ApplicantImport, ImportedPerson } from '../../core/applicant/applicant-import.ts';
import { newApplicant } from '../../core/applicant/new-applicant.ts';
import type { PersonId } from '../../core/kernel/ids.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { staffEvent, systemEvent } from '../../ops/new-event.ts';
import { newLabel } from '../../ops/secrets.ts';
import type { InvitedPerson } from '../../store/applicant-store.ts';

type ImportDeps = Pick<Deps, 'clock' | 'stores' | 'relay' | 'logger'>;

const AT_ONCE = 20;
/** How long the people of a confirmed import wait for a server that stands still. */
const KEPT_MS = 14 * 24 * 60 * 60 * 1000;

/** Works off confirmed imports. One that fails is left where it is for the next turn and holds up no other. */
export async function runImports(deps: ImportDeps): Promise<void> {
  for (const one of await deps.stores.applicantImports.listRunning(AT_ONCE)) {
    try {
      await runImport(deps, one);
    } catch (error) {
      deps.logger.error(
        { err: error, importId: one.id },
        'an import stopped half way and will be taken up again',
      );
    }
  }
}

/** Portion by portion, so that a crash costs no more than the portion under way; that one is done again to the same end. */
async function runImport({ clock, stores, relay }: ImportDeps, begun: ApplicantImport): Promise<void> {
  const { organisationId, requisitionId, id } = begun;
  const texts = stores.applicantImportTexts;
  await texts.keepPeople(begun, new Date(clock().getTime() + KEPT_MS));
  let current: ApplicantImport | null = begun;
  while (current?.state === 'running') {
    await texts.deletePeopleBefore(current, current.portionsDone);
    const role = await stores.requisitions.find(organisationId, requisitionId);
    const ended = endOf(current, role);
    if (role === null || ended !== null) return end({ clock, stores, relay }, current, ended ?? 'stopped');
    const people = await texts.findPeople(current, current.portionsDone, clock());
    if (people !== null) await invitePortion({ clock, stores }, role, current, people);
    const before: ApplicantImport = current;
    current = await stores.applicantImports.find(organisationId, requisitionId, id, clock());
    // Another turn may have worked this portion off. Otherwise its people were taken away after a very long stop:
    // better an end that says so than a full count of nobody.
    if (people === null && current?.portionsDone === before.portionsDone)
      return end({ clock, stores, relay }, before, 'stopped');
    void relay.soon();
  }
}

function endOf(
  { portionsDone, table }: ApplicantImport,
  role: Requisition | null,
): 'finished' | 'stopped' | null {
  if (portionsDone === table.portions) return 'finished';
  return role?.state === 'open' ? null : 'stopped';
}

async function invitePortion(
  { clock, stores }: Pick<ImportDeps, 'clock' | 'stores'>,
  role: Requisition,
  current: ApplicantImport,
  people: readonly ImportedPerson[],
): Promise<void> {
  const now = clock();
  const by = current.confirmedBy ?? current.checkedBy;
  const stored = await stores.applicants.inviteMany(
    people.map((person) => invited(role, person, by, now)),
    newLabel,
  );
  await stores.applicantImports.countPortion(current, stored.size, people.length - stored.size);
}

function invited(role: Requisition, person: ImportedPerson, by: PersonId, now: Date): InvitedPerson {
  const { id, invitationId, name, email } = person;
  const reference = person.reference === '' ? null : person.reference;
  const { applicant, contact, facts } = newApplicant(role, { id, invitationId, name, email, reference }, now);
  const { organisationId } = role;
  const event = staffEvent(by, { type: 'applicant-invited', at: now, organisationId, facts });
  return { applicant, contact, invitedAt: now, events: [event] };
}

/** The people go first, so that no crash leaves them behind an import that is over. */
async function end(
  { clock, stores, relay }: Pick<ImportDeps, 'clock' | 'stores' | 'relay'>,
  current: ApplicantImport,
  state: 'finished' | 'stopped',
): Promise<void> {
  const at = clock();
  const { organisationId, requisitionId, id, invited: count } = current;
  await stores.applicantImportTexts.deleteAll(current, 'people');
  const facts = { requisitionId, importId: id, invited: count };
  const event = systemEvent({ type: `import-${state}`, at, organisationId, facts });
  await stores.applicantImports.end(current, state, at, [event]);
  void relay.soon();
}
