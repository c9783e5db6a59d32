import type { ResponseText } from './check-judgement.ts';
import type { Span } from './rating-task.ts';

/**
 * Where quoted words stand in a response, so that a rater without script can name them by typing. The words must be
 * the writer's, in their order; only the spaces and line breaks between them may differ. Null where they are not there.
 */
export function findQuote(quote: string, text: ResponseText): Omit<Span, 'criterion'> | null {
  const words = quote.split(/\s+/u).filter((word) => word !== '');
  if (words.length === 0) return null;
  const pattern = new RegExp(words.map(escapePattern).join('\\s+'), 'u');
  for (const step of ['a', 'b'] as const) {
    const match = pattern.exec(text[step]);
    if (match !== null) return { step, start: match.index, end: match.index + match[0].length };
  }
  return null;
}

const escapePattern = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');
