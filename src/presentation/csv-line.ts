/** A spreadsheet would compute such a cell, also behind spaces and written in full width. */
const FORMULA = /^[\s\0]*[=+\-@＝＋－＠]|^[\t\r\n]/u;
const CONTROL = /[\p{Cc}\p{Cs}]/gu;

/**
 * One line of a CSV file, with its end. A cell that would be computed gets an apostrophe before it; control characters
 * become the sign for a character that cannot be shown.
 */
export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`;

function csvCell(text: string): string {
  const guarded = (FORMULA.test(text) ? `'${text}` : text).replace(CONTROL, '\uFFFD');
  return /[",;]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
