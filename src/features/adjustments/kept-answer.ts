import { findItem } from '../../core/form/find-item.ts';
import type { Form } from '../../core/form/form.ts';
import type { ItemId } from '../../core/kernel/ids.ts';
import type { ResponseValue } from '../../core/item/response-value.ts';

/** An answer with its question. Written ones word for word; of the others only that something was chosen. */
export interface KeptAnswer {
  readonly title: string;
  readonly texts: readonly string[];
}

export function keptAnswer(form: Form, itemId: ItemId, value: ResponseValue | null): KeptAnswer {
  const title = findItem(form, itemId)?.title ?? itemId;
  if (value?.kind !== 'written-response')
    return { title, texts: value === null ? [] : ['A choice of steps.'] };
  return { title, texts: [value.a, value.b].filter((text) => text.trim() !== '') };
}
