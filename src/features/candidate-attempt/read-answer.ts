import type { Item } from '../../core/item/item.ts';

const RATING = 'rating-';

/** The name of the field that rates an option. */
export const ratingField = (optionId: string): string => `${RATING}${optionId}`;

type Fields = Readonly<Record<string, unknown>>;

/**
 * The value inside the flat fields that form, script and beacon send alike. What it is worth, `validateResponse` says;
 * a field that belongs to no value makes it unreadable there.
 */
export function readAnswer(item: Item, fields: Fields): unknown {
  switch (item.kind) {
    case 'rate-options': {
      const rated = Object.entries(fields).filter(([name]) => name.startsWith(RATING));
      return {
        ratings: Object.fromEntries(rated.map(([name, point]) => [name.slice(RATING.length), point])),
      };
    }
    case 'best-worst':
      return { best: fields['best'], worst: fields['worst'] };
    case 'written-response':
      return { a: fields['a'], b: fields['b'] };
  }
}
