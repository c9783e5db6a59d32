import type { Item } from '../../core/item/item.ts';
import { responseState } from '../../core/item/response-state.ts';
import type { ResponseValue } from '../../core/item/response-value.ts';

/** A candidate's own answer for their eyes: written ones in full, of a judgment question only the choices. */
export interface OwnAnswer {
  readonly lines: readonly string[];
  readonly texts: readonly string[];
}

export function ownAnswer(item: Item, value: ResponseValue | null): OwnAnswer {
  if (value === null || responseState(item, value) === 'empty') return { lines: ['No answer.'], texts: [] };
  const options = item.kind === 'written-response' ? [] : item.options;
  const place = (pick: string | null) =>
    pick === null ? '–' : options.findIndex(({ id }) => id === pick) + 1;
  switch (value.kind) {
    case 'written-response':
      return { lines: [], texts: [value.a, value.b].filter((text) => text.trim() !== '') };
    case 'rate-options': {
      const ratings = options.map(({ id }) => value.ratings[id] ?? '–').join(', ');
      return { lines: [`Your ratings in order: ${ratings}.`], texts: [] };
    }
    case 'best-worst':
      return { lines: [`Best: step ${place(value.best)}. Worst: step ${place(value.worst)}.`], texts: [] };
    case 'pick-one':
      return { lines: [`Your choice: step ${place(value.pick)}.`], texts: [] };
    case 'rank-options': {
      const order = value.order.map(place).join(', ');
      return { lines: [`Your order: step ${order}.${value.confirmed ? '' : ' Not confirmed.'}`], texts: [] };
    }
  }
}
