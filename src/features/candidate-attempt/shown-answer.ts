import type { ResponseValue } from '../../core/item/response-value.ts';
import type { RawFields } from '../../http/route.ts';
import { ratingField } from './read-answer.ts';

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
    case 'written-response':
      return { a: value.a, b: value.b };
  }
}

/** What was posted, word for word, so that nothing typed is lost on the way back. */
export function showPosted(fields: RawFields | Readonly<Record<string, unknown>>): ShownAnswer {
  const texts = Object.entries(fields).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  return Object.fromEntries(texts);
}
