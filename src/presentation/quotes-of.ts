import type { ReadResponse } from './read-response.ts';

/** Stretches marked for one criterion; what other criteria were marked for inside them does not cut them. */
export function quotesOf({ a, b }: Pick<ReadResponse, 'a' | 'b'>, sign: string): readonly string[] {
  return [...stretchesOf(a, sign), ...stretchesOf(b, sign)];
}

function stretchesOf(pieces: ReadResponse['a'], sign: string): readonly string[] {
  const quotes: string[] = [];
  let open = false;
  for (const { text, signs } of pieces) {
    const marked = signs.split(', ').includes(sign);
    if (marked && open) quotes.push(`${quotes.pop() ?? ''}${text}`);
    else if (marked) quotes.push(text);
    open = marked;
  }
  return quotes;
}
