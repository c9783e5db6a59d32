import type { AuthoredAssessment } from './authored-assessment.ts';
import type { AuthoredItem } from './item-shape.ts';
import type { ReadFile } from './read-yaml.ts';

/** The items of the parts in their order, without practice. */
export function scoredItems({ form, items }: AuthoredAssessment): readonly ReadFile<AuthoredItem>[] {
  const ids: readonly string[] = form.value.sections.flatMap((section) => section.items);
  return ids.flatMap((id) => items.find(({ value }) => value.id === id) ?? []);
}
