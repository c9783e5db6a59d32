import type { Item } from '../../core/item/item.ts';
import type { ResponseValue } from '../../core/item/response-value.ts';
import { validateResponse } from '../../core/item/validate-response.ts';
import { firstText } from '../../http/form-state.ts';
import type { RawFields } from '../../http/route.ts';
import { placeField, ratingField, readAnswer } from './read-answer.ts';

/** What stands in the controls of a question, by the name of the field. */
export type ShownAnswer = Readonly<Record<string, string>>;

/** A stored answer as its form shows it. */
export function showStored(value: ResponseValue | null): ShownAnswer {
  if (value === null) return {};
  switch (value.kind) {
    case 'rate-options':
      return Object.fromEntries(
        Object.entries(value.ratings).map(([option, point]) => [ratingField(option), String(point)]),
      );
    case 'best-worst':
      return { best: value.best ?? '', worst: value.worst ?? '' };
    case 'pick-one':
      return { pick: value.pick ?? '' };
    case 'rank-options':
      return {
        ...Object.fromEntries(value.order.map((option, index) => [placeField(option), String(index + 1)])),
        order: value.order.join(','),
        confirmed: value.confirmed ? 'yes' : '',
      };
    case 'written-response':
      return { a: value.a, b: value.b };
  }
}

/**
 * What was posted, word for word, so that nothing typed is lost on the way back. Of a field that came several times it is
 * the first one with something in it.
 */
export function showPosted(fields: RawFields | Readonly<Record<string, unknown>>): ShownAnswer {
  const texts = Object.entries(fields).flatMap(([name, value]): [string, string][] => {
    const text = firstText(value);
    return text === null ? [] : [[name, text]];
  });
  return Object.fromEntries(texts);
}

/** A practice answer: as posted, and an order as the pressed button has left it. */
export function showTried(item: Item, fields: Readonly<Record<string, unknown>>): ShownAnswer {
  const posted = showPosted(fields);
  if (item.kind !== 'rank-options') return posted;
  const check = validateResponse(item, readAnswer(item, fields));
  return check.kind === 'valid' ? { ...posted, ...showStored(check.value) } : posted;
}
