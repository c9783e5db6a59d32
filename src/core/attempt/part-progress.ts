import type { Form, Section } from '../form/form.ts';
import { itemsOf } from '../form/find-item.ts';
import { countWords } from '../item/count-words.ts';
import type { Item } from '../item/item.ts';
import { responseState, type ResponseState } from '../item/response-state.ts';
import type { ResponseValue } from '../item/response-value.ts';
import type { Attempt } from './attempt.ts';

export interface ItemProgress {
  readonly item: Item;
  readonly state: ResponseState;
  readonly remind: boolean;
  /** More words than asked for: saved and marked, handing in is not blocked. */
  readonly overLong: boolean;
}

/** How far a part has got, item by item in its order. */
export function partProgress(attempt: Attempt, form: Form, section: Section): readonly ItemProgress[] {
  return itemsOf(form, section.id).map((item) => {
    const value = attempt.responses[item.id]?.value ?? null;
    return {
      item,
      state: responseState(item, value),
      remind: attempt.reminders.includes(item.id),
      overLong: isOverLong(item, value),
    };
  });
}

function isOverLong(item: Item, value: ResponseValue | null): boolean {
  if (item.kind !== 'written-response' || value?.kind !== 'written-response') return false;
  return countWords(value.a) + countWords(value.b) > item.maxWords;
}
