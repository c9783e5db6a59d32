/** Letters that look like a syllable of their own and are none, and pairs that look like one and are two. */
const SILENT = /[^laeiouy]e$|[aeiou]les?$|[^laeiouyszxcgh]es$|[^aeiouydt]ed$|(?:some|where|every)(?=.)/;
const APART = /ia(?!l\b|n\b)|io(?!n|us)|iet|ua(?!l)|eo(?!p)|[aeiouy]ing$|sm$/g;
const VOWELS = /[aeiouy]+/g;

/**
 * Syllables of an English word, estimated from its spelling: groups of vowels, less silent endings, plus vowels that
 * are spoken apart. Right for about nine words in ten, and its mistakes fall to both sides, so it serves averages over
 * a text (reading grades), never single words. At least 1, so that a figure counts too.
 */
export function countSyllables(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  const groups = letters.match(VOWELS)?.length ?? 0;
  const silent = SILENT.test(letters) ? 1 : 0;
  const apart = letters.match(APART)?.length ?? 0;
  return Math.max(1, groups - silent + apart);
}
