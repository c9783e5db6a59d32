import type { ResponseText } from './check-judgement.ts';

/** A place in the verbatim response, as UTF-16 offsets [start, end). */
export interface HiddenWords {
  readonly step: 'a' | 'b';
  readonly start: number;
  readonly end: number;
}

/** Every place where these words stand in a response; upper and lower case as the writer has them. */
export function findWords(words: string, text: ResponseText): readonly HiddenWords[] {
  if (words === '') return [];
  return (['a', 'b'] as const).flatMap((step) => {
    const places: HiddenWords[] = [];
    for (let start = text[step].indexOf(words); start !== -1;) {
      places.push({ step, start, end: start + words.length });
      start = text[step].indexOf(words, start + words.length);
    }
    return places;
  });
}

/** The text with blocks in place of what is hidden. Its length stays, so that marked words keep their places. */
export function hideWords(text: ResponseText, hidden: readonly HiddenWords[]): ResponseText {
  const covered = { a: text.a, b: text.b };
  for (const { step, start, end } of hidden) {
    const whole = covered[step];
    const block = whole.slice(start, end).replaceAll(/[^\s]/g, '█');
    covered[step] = `${whole.slice(0, start)}${block}${whole.slice(end)}`;
  }
  return covered;
}
