import type { Form } from '../form/form.ts';
import type { WrittenResponseItem } from '../item/item.ts';

/** The written prompts of a form, in its order. */
export function writtenPrompts(form: Form): readonly WrittenResponseItem[] {
  return form.items.filter((item): item is WrittenResponseItem => item.kind === 'written-response');
}
