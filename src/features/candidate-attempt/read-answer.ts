import type { Item } from '../../core/item/item.ts';
import { isMove } from '../../core/item/rank-options/move-option.ts';

const RATING = 'rating-';

/** The name of the field that rates an option. */
export const ratingField = (optionId: string): string => `${RATING}${optionId}`;

const PLACE = 'place-';

/** The name of the field with the place of an option. */
export const placeField = (optionId: string): string => `${PLACE}${optionId}`;

type Fields = Readonly<Record<string, unknown>>;

/**
 * The value inside the flat fields that form, script and beacon send alike. What it is worth, `validateResponse` says;
 * a field that belongs to no value makes it unreadable there.
 */
export function readAnswer(item: Item, fields: Fields): unknown {
  switch (item.kind) {
    case 'rate-options':
      return { ratings: namedAfter(RATING, fields) };
    case 'best-worst':
      return { best: fields['best'], worst: fields['worst'] };
    case 'pick-one':
      return { pick: fields['pick'] };
    case 'rank-options': {
      const { order, confirmed, go } = fields;
      const move = isMove(go) ? go : undefined;
      return { order, places: namedAfter(PLACE, fields), move, confirmed };
    }
    case 'written-response':
      return { a: fields['a'], b: fields['b'] };
  }
}

function namedAfter(prefix: string, fields: Fields): Fields {
  const named = Object.entries(fields).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(named.map(([name, value]) => [name.slice(prefix.length), value]));
}
