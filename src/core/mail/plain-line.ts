/** Line ends and other control characters, halves of characters, and marks that turn the direction of a whole line. */
const UNWANTED = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]+/gu;

/** A text that stays inside one header or one line of a mail, whatever was typed. */
export const plainLine = (text: string): string => text.replace(UNWANTED, ' ').replace(/\s+/g, ' ').trim();
