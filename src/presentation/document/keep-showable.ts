import { paragraph, type DocumentBlock, type DocumentContent } from './document-content.ts';
import { SHOWN_ELSEWHERE, STAND_IN } from './stand-ins.ts';

const MOST_NAMED = 12;

/**
 * The document with a sign in the place of every character that the letters do not have, of scripts that run from right
 * to left among them, and of every one that would steer what is shown instead of being it; and a sentence at its
 * beginning that says which. Nothing is left out silently.
 */
export function keepShowable(content: DocumentContent, has: (codePoint: number) => boolean): DocumentContent {
  const missing = new Map<string, number>();
  const keep = (text: string): string =>
    Array.from(normalise(text))
      .map((sign) => {
        if (sign === '\n' || isShown(sign, has)) return sign;
        missing.set(sign, (missing.get(sign) ?? 0) + 1);
        return STAND_IN;
      })
      .join('');
  const kept = {
    ...content,
    title: keep(content.title),
    subtitle: keep(content.subtitle),
    ...(content.pageHead === undefined ? {} : { pageHead: keep(content.pageHead) }),
    blocks: content.blocks.map((block) => keepBlock(block, keep)),
  };
  return missing.size === 0 ? kept : { ...kept, blocks: [sayMissing(missing), ...kept.blocks] };
}

/**
 * One sign for a letter with its accents where there is one, and for every line end; spaces for tabs; and for the minus,
 * which has no letter, the dash that looks like it.
 */
const normalise = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll('\u2212', '\u2013');

/** A sign that stands for others cannot be told from itself. */
const isShown = (sign: string, has: (codePoint: number) => boolean): boolean =>
  sign !== STAND_IN && has(sign.codePointAt(0) ?? 0) && !STEERS.test(sign);

const STEERS = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/u;

function keepBlock(block: DocumentBlock, keep: (text: string) => string): DocumentBlock {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'quotation':
      return { ...block, text: keep(block.text) };
    case 'list':
      return { ...block, items: block.items.map(keep) };
    case 'table':
      return { ...block, head: block.head.map(keep), rows: block.rows.map((row) => row.map(keep)) };
    case 'picture':
      return { ...block, svg: keep(block.svg) };
    case 'writing-space':
      return block;
  }
}

function sayMissing(missing: ReadonlyMap<string, number>): DocumentBlock {
  const count = [...missing.values()].reduce((sum, one) => sum + one, 0);
  const named = [...missing.keys()].slice(0, MOST_NAMED).map(codeOf).join(', ');
  const more = missing.size > MOST_NAMED ? ` and ${missing.size - MOST_NAMED} others` : '';
  return paragraph(
    `Not everything can be shown in this file: a question mark in a diamond stands in ${count === 1 ? 'one place' : `${count} places`} for characters that its typeface does not have (${named}${more}), and each page says how many are on it. ${SHOWN_ELSEWHERE}`,
    'strong',
  );
}

const codeOf = (sign: string): string =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
