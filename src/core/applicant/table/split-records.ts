/** One record of a table, with the line it begins on and how many lines it takes. */
export type TableRecord =
  | {
      readonly kind: 'cells';
      readonly line: number;
      readonly lines: number;
      readonly cells: readonly string[];
    }
  | { readonly kind: 'blank'; readonly line: number; readonly lines: 1 }
  /** Could not be taken apart. Reading goes on with the next line, so that nothing else is lost. */
  | {
      readonly kind: 'broken';
      readonly line: number;
      readonly lines: 1;
      readonly problem: 'broken-quote' | 'long-line';
      readonly text: string;
    };

/** A line or a record longer than this is no person. */
export const LONGEST_RECORD = 10_000;
const MOST_CELLS = 200;

/**
 * Takes a table apart, record by record, so that the caller can pause. A quoted cell may hold line ends; but where its
 * end is missing, or where a further line of it holds an address and so is likely a person of its own, only the line
 * with the opening quote is given up.
 */
export function* splitRecords(text: string, delimiter: string): Generator<TableRecord, void> {
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const end = endOfLine(text, at);
    const whole = end - at > LONGEST_RECORD ? 'long-line' : readRecord(text, at, delimiter);
    if (typeof whole === 'string') {
      yield {
        kind: 'broken',
        line,
        lines: 1,
        problem: whole,
        text: text.slice(at, Math.min(end, at + LONGEST_RECORD)),
      };
      at = afterLineEnd(text, end);
      line += 1;
    } else {
      const { cells, lines } = whole;
      const blank = lines === 1 && cells.every((cell) => cell.trim() === '');
      yield blank ? { kind: 'blank', line, lines: 1 } : { kind: 'cells', line, lines, cells };
      at = afterLineEnd(text, whole.end);
      line += lines;
    }
  }
}

interface ReadRecord {
  readonly cells: readonly string[];
  readonly lines: number;
  readonly end: number;
}

function readRecord(
  text: string,
  start: number,
  delimiter: string,
): ReadRecord | 'broken-quote' | 'long-line' {
  const cells: string[] = [];
  let at = start;
  for (;;) {
    const cell = readCell(text, at, delimiter);
    if (cell === null || cell.end - start > LONGEST_RECORD) return 'broken-quote';
    if (cells.length === MOST_CELLS) return 'long-line';
    cells.push(cell.value);
    at = cell.end;
    if (text[at] !== delimiter) break;
    at += 1;
  }
  const further = text
    .slice(start, at)
    .split(/\r\n|\r|\n/)
    .slice(1);
  if (further.some((one) => one.includes('@'))) return 'broken-quote';
  return { cells, lines: further.length + 1, end: at };
}

/** The cell that begins here; null where it opens with a quote that is not closed at the cell's end. */
function readCell(text: string, start: number, delimiter: string): { value: string; end: number } | null {
  const quote = skipSpaces(text, start, delimiter);
  if (text[quote] !== '"') {
    let end = start;
    while (end < text.length && text[end] !== delimiter && !isLineEnd(text[end])) end += 1;
    return { value: text.slice(start, end), end };
  }
  let close = quote;
  do {
    close = text.indexOf('"', close + (close === quote ? 1 : 2));
    if (close === -1 || close - start > LONGEST_RECORD) return null;
  } while (text[close + 1] === '"');
  const end = skipSpaces(text, close + 1, delimiter);
  if (end < text.length && text[end] !== delimiter && !isLineEnd(text[end])) return null;
  return { value: text.slice(quote + 1, close).replaceAll('""', '"'), end };
}

function skipSpaces(text: string, start: number, delimiter: string): number {
  let at = start;
  while ((text[at] === ' ' || text[at] === '\t') && text[at] !== delimiter) at += 1;
  return at;
}

const isLineEnd = (char: string | undefined): boolean => char === '\n' || char === '\r';

function endOfLine(text: string, start: number): number {
  let at = start;
  while (at < text.length && !isLineEnd(text[at])) at += 1;
  return at;
}

const afterLineEnd = (text: string, end: number): number =>
  text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
