import type { Attempt } from '../../core/attempt/attempt.ts';
import { mayWrite } from '../../core/attempt/may-write.ts';
import type { Form } from '../../core/form/form.ts';
import type { Deps } from '../../deps.ts';
import type { Organisation } from '../../store/organisation-store.ts';
import { addressesOf, type Addresses } from './address.ts';

/** Everything a page of a begun attempt is made from. */
export interface Sitting {
  readonly attempt: Attempt;
  readonly form: Form;
  readonly organisation: Organisation;
  readonly roleTitle: string;
  readonly simulated: boolean;
  readonly now: Date;
  /** What this tab says it is; 0 where its address does not tell. Its forms carry it on. */
  readonly writer: number;
  /** Whether this tab is the writer; if not, its pages only show. */
  readonly writes: boolean;
  readonly to: Addresses;
}

export async function loadSitting(
  deps: Deps,
  attempt: Attempt,
  writer: number | null,
  now: Date,
): Promise<Sitting> {
  const { organisationId, requisitionId, formVersionId, id } = attempt;
  const [form, organisation, requisition] = await Promise.all([
    deps.stores.formVersions.get(organisationId, formVersionId),
    deps.stores.organisations.find(organisationId),
    deps.stores.requisitions.find(organisationId, requisitionId),
  ]);
  if (organisation === null || requisition === null)
    throw new Error(`attempt ${id} has lost its requisition`);
  return {
    attempt,
    form,
    organisation,
    roleTitle: requisition.title,
    simulated: requisition.simulated,
    now,
    writer: writer ?? 0,
    writes: mayWrite(attempt, writer),
    to: addressesOf(id, writer),
  };
}
