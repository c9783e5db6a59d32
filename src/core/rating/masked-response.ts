import { countWords } from '../item/count-words.ts';
import type { WrittenResponseItem } from '../item/item.ts';
import type { WrittenValue } from '../item/response-value.ts';

/**
 * Everything a rater may read about a response: the situation and the text. No person, no label, no attempt, no time,
 * no score, no other rating: what is not a field here cannot reach a rater's page.
 */
export interface MaskedResponse {
  readonly title: string;
  readonly situation: string;
  readonly askA: string;
  readonly update: string;
  readonly askB: string;
  readonly a: string;
  readonly b: string;
  readonly words: number;
}

/** Picks the fields of a situation and its response that a rater may read. */
export function maskResponse(item: WrittenResponseItem, value: WrittenValue): MaskedResponse {
  return {
    title: item.title,
    situation: item.situation,
    askA: item.stepA.ask,
    update: item.stepB.update,
    askB: item.stepB.ask,
    a: value.a,
    b: value.b,
    words: countWords(`${value.a} ${value.b}`),
  };
}
