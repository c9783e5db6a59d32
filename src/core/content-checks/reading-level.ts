import { countWords } from '../item/count-words.ts';
import { countSyllables } from './count-syllables.ts';
import { splitSentences } from './split-sentences.ts';

export interface ReadingLevel {
  readonly grade: number;
  readonly wordsPerSentence: number;
}

/**
 * Flesch–Kincaid grade level (Kincaid, Fishburne, Rogers & Chissom 1975): 0.39 words per sentence + 11.8 syllables per
 * word − 15.59. Meant for running English text of a few sentences or more. Null where there is no word.
 */
export function readingLevel(text: string): ReadingLevel | null {
  const sentences = splitSentences(text);
  const words = countWords(text);
  if (words === 0 || sentences.length === 0) return null;
  const syllables = (text.match(/[a-z]+(?:['’][a-z]+)*|\d+/gi) ?? []).reduce(
    (sum, word) => sum + countSyllables(word),
    0,
  );
  const wordsPerSentence = words / sentences.length;
  return { grade: 0.39 * wordsPerSentence + 11.8 * (syllables / words) - 15.59, wordsPerSentence };
}
