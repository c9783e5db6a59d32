/** A spreadsheet would compute such a cell, also behind spaces and written in full width. */
const FORMULA = /^[\s\0]*[=+\-@＝＋－＠]|^[\t\r\n]/u;
const CONTROL = /[\p{Cc}\p{Cs}]/gu;
const KEPT = ['\n', '\t'];

/**
 * One line of a CSV file, with its end. A cell that would be computed gets an apostrophe before it; control characters
 * become the sign for a character that cannot be shown. Line ends and tabs inside a cell are such characters too, unless
 * whole texts are written: then they stay, in quotation marks. Numbers of ours stay numbers, below zero as well.
 */
export const csvLine = (cells: readonly (string | number)[], breaks: 'shown' | 'kept' = 'shown'): string =>
  `${cells.map((cell) => (typeof cell === 'number' ? `${cell}` : csvCell(cell, breaks))).join(',')}\r\n`;

function csvCell(text: string, breaks: 'shown' | 'kept'): string {
  const guarded = (FORMULA.test(text) ? `'${text}` : text).replace(CONTROL, (sign) =>
    breaks === 'kept' && KEPT.includes(sign) ? sign : '\uFFFD',
  );
  return /[",;\n\t]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
