import type { Form } from '../../core/form/form.ts';
import { findItem } from '../../core/form/find-item.ts';
import type { WrittenResponseItem } from '../../core/item/item.ts';
import type { ItemId } from '../../core/kernel/ids.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';

/** The prompt of that id in a form. Throws where there is none: a task points to it. */
export function promptOf(form: Form, itemId: ItemId): WrittenResponseItem {
  const item = findItem(form, itemId);
  if (item?.kind !== 'written-response') throw new Error(`${itemId} is no prompt of ${form.assessmentId}`);
  return item;
}

/** The prompt as one of the requisition's forms has it, for its title. */
export async function findPrompt(
  { stores }: Deps,
  { organisationId, intakes, id }: Requisition,
  itemId: ItemId,
): Promise<WrittenResponseItem> {
  for (const formVersionId of new Set(intakes.map((intake) => intake.formVersionId))) {
    const form = await stores.formVersions.get(organisationId, formVersionId);
    if (findItem(form, itemId) !== null) return promptOf(form, itemId);
  }
  throw new Error(`${itemId} is in no form of requisition ${id}`);
}
