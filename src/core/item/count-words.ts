// A word has a letter or a digit; apostrophes and hyphens inside hold it together, signs alone are no words.
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’‑-][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;

/** How many words a text has, counted alike on the server, in the browser and for raters. */
export function countWords(text: string): number {
  return text.match(WORD)?.length ?? 0;
}
