const and = new Intl.ListFormat('en', { type: 'conjunction' });

/** "A", "A and B", "A, B, and C". */
export const formatList = (words: readonly string[]): string => and.format(words);
