import type { Item } from '../item/item.ts';
import type { ItemId, SectionId } from '../kernel/ids.ts';
import type { Form, Section } from './form.ts';

/** The item of that id, or null where the form has none. */
export function findItem(form: Form, itemId: string): Item | null {
  return form.items.find((item) => item.id === itemId) ?? null;
}

/** The section of that id, or null where the form has none. */
export function findSection(form: Form, sectionId: string): Section | null {
  return form.sections.find((section) => section.id === sectionId) ?? null;
}

/** The section that an item of the form belongs to. Throws where the form is not well made. */
export function sectionOf(form: Form, itemId: ItemId): Section {
  const section = form.sections.find((candidate) => candidate.items.includes(itemId));
  if (section === undefined) throw new Error(`item ${itemId} is in no section of ${form.assessmentId}`);
  return section;
}

/** The items of a section in their order. */
export function itemsOf(form: Form, sectionId: SectionId): readonly Item[] {
  const section = findSection(form, sectionId);
  return (section?.items ?? []).flatMap((id) => findItem(form, id) ?? []);
}
