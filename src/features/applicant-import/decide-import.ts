import type { ApplicantImport } from '../../core/applicant/applicant-import.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { staffEvent } from '../../ops/new-event.ts';

/** Starts inviting in the background. Confirmed twice, it starts once. */
export async function confirmImport(
  deps: Deps,
  { personId }: Actor,
  requisition: Requisition,
  checked: ApplicantImport,
): Promise<'confirmed' | 'decided-before' | 'not-open' | 'nobody'> {
  if (checked.state !== 'checked') return 'decided-before';
  if (requisition.state !== 'open') return 'not-open';
  if (checked.table.people === 0) return 'nobody';
  const at = deps.clock();
  const { organisationId, requisitionId, id, table } = checked;
  const facts = { requisitionId, importId: id, people: table.people };
  const event = staffEvent(personId, { type: 'import-confirmed', at, organisationId, facts });
  if (!(await deps.stores.applicantImports.confirm(checked, personId, at, [event]))) return 'decided-before';
  void deps.relay.soon();
  deps.imports.soon().catch((error: unknown) => {
    deps.logger.error({ err: error, importId: id }, 'an import could not be started and will be tried again');
  });
  return 'confirmed';
}

/** Deletes an import that nobody confirmed, with everything it had read. */
export async function cancelImport(
  { stores }: Pick<Deps, 'stores'>,
  checked: ApplicantImport,
): Promise<'cancelled' | 'decided-before'> {
  if (!(await stores.applicantImports.cancel(checked))) return 'decided-before';
  await stores.applicantImportTexts.deleteAll(checked);
  return 'cancelled';
}
