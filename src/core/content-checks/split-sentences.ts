import { countWords } from '../item/count-words.ts';

/** Sentences end at . ! ? before a space or the end, and at line breaks; times such as 10:15 and titles do not end one. */
export function splitSentences(text: string): readonly string[] {
  return text
    .replace(/\b(Mr|Mrs|Ms|Dr|St)\./g, '$1')
    .split(/(?<=[.!?]["”’)]?)\s+|\n+/)
    .filter((sentence) => countWords(sentence) > 0);
}
