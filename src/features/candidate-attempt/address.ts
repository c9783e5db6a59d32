import type { Form, Section } from '../../core/form/form.ts';
import type { AttemptId, ItemId, SectionId } from '../../core/kernel/ids.ts';

/** The addresses of one attempt. The writer's number is carried from page to page; without it pages only read. */
export function addressesOf(id: AttemptId, writer: number | null) {
  const root = `/attempts/${id}`;
  const query = writer === null ? '' : `?writer=${writer}`;
  return {
    overview: `${root}${query}`,
    claim: `${root}/claim`,
    time: `${root}/time`,
    comfort: `${root}/comfort`,
    heartbeat: `${root}/heartbeat`,
    state: `${root}/state`,
    receipt: `${root}/receipt`,
    feedback: `${root}/feedback${query}`,
    reuse: `${root}/reuse${query}`,
    adjustments: `${root}/adjustments${query}`,
    practice: (itemId: ItemId) => `${root}/practice/${itemId}${query}`,
    part: (sectionId: SectionId) => `${root}/parts/${sectionId}${query}`,
    start: (sectionId: SectionId) => `${root}/parts/${sectionId}/start`,
    check: (sectionId: SectionId) => `${root}/parts/${sectionId}/check${query}`,
    handIn: (sectionId: SectionId) => `${root}/parts/${sectionId}/hand-in`,
    item: (itemId: ItemId) => `${root}/items/${itemId}${query}`,
    response: (itemId: ItemId) => `${root}/items/${itemId}/response`,
  };
}

export type Addresses = ReturnType<typeof addressesOf>;

/** The items before and after one in its section; null at the ends. */
export function neighbours(
  section: Section,
  itemId: ItemId,
): { before: ItemId | null; after: ItemId | null } {
  const at = section.items.indexOf(itemId);
  return { before: section.items[at - 1] ?? null, after: section.items[at + 1] ?? null };
}

/** Which part of how many, counted from one. */
export function partNumber(form: Form, section: Section): number {
  return form.sections.findIndex(({ id }) => id === section.id) + 1;
}
