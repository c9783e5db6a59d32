/** A spreadsheet would compute such a cell, also behind spaces and written in full width. */
const FORMULA = /^[\s\0]*[=+\-@＝＋－＠]|^[\t\r\n]/u;
const CONTROL = /[\p{Cc}\p{Cs}]/gu;

/**
 * One line of a CSV file, with its end. A cell that would be computed gets an apostrophe before it; control characters
 * become the sign for a character that cannot be shown. Line ends inside a cell are such characters too, unless whole
 * texts are written: then they stay, in quotation marks.
 */
export const csvLine = (cells: readonly string[], lineEnds: 'shown' | 'kept' = 'shown'): string =>
  `${cells.map((cell) => csvCell(cell, lineEnds)).join(',')}\r\n`;

function csvCell(text: string, lineEnds: 'shown' | 'kept'): string {
  const guarded = (FORMULA.test(text) ? `'${text}` : text).replace(CONTROL, (sign) =>
    sign === '\n' && lineEnds === 'kept' ? sign : '\uFFFD',
  );
  return /[",;\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
