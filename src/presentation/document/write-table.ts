import type { TextBlock } from './document-content.ts';
import { drawArtifact, INK, innerWidth, left, RULE, type Paper, type Pdf, type Tagged } from './pdf-paper.ts';
import type { Turn } from './take-turns.ts';

type Table = Extract<TextBlock, { kind: 'table' }>;
type Scoped = PDFKit.Mixins.StructureElementOptions & { readonly scope: 'Column' | 'Row' };

const SIZE = 8.5;
const PAD = 4;

/**
 * A table with head cells for its columns and rows; on a further page the head stands again, for the eye. Others get their
 * turn between rows: a long one takes a second.
 */
export async function writeTable({ pdf, structure }: Paper, table: Table, turn: Turn): Promise<void> {
  const widths = await widthsOf(pdf, table, turn);
  const element = pdf.struct('Table');
  structure.add(element);
  const head = (): void => {
    drawRow(pdf, table.head, { widths, bold: 'all' });
  };
  keepRows(pdf, [table.head, ...table.rows.slice(0, 1)], widths);
  addRow(pdf, element, table.head, { widths, bold: 'all' });
  for (const row of table.rows) {
    const page = pdf.page;
    keepRows(pdf, [row], widths);
    if (pdf.page !== page) drawArtifact(pdf, 'Pagination', head);
    addRow(pdf, element, row, { widths, bold: 'first' });
    await turn();
  }
  element.end();
  pdf.x = left(pdf);
  pdf.y += 10;
}

interface RowLook {
  readonly widths: readonly number[];
  readonly bold: 'all' | 'first';
}

function addRow(pdf: Pdf, table: Tagged, cells: readonly string[], look: RowLook): void {
  const row = pdf.struct('TR');
  table.add(row);
  const scope: Scoped = { scope: look.bold === 'all' ? 'Column' : 'Row' };
  drawRow(pdf, cells, look, (draw, index) => {
    const isHead = look.bold === 'all' || index === 0;
    row.add(isHead ? pdf.struct('TH', scope, [draw]) : pdf.struct('TD', {}, [draw]));
  });
  row.end();
  const ruleAt = pdf.y - 1;
  drawArtifact(pdf, 'Layout', () => {
    pdf
      .moveTo(left(pdf), ruleAt)
      .lineTo(left(pdf) + innerWidth(pdf), ruleAt)
      .lineWidth(0.5)
      .stroke(RULE);
  });
}

/** Cells side by side, each drawn by `place`; the next row begins below the tallest. */
function drawRow(
  pdf: Pdf,
  cells: readonly string[],
  { widths, bold }: RowLook,
  place: (draw: () => void, index: number) => void = (draw) => {
    draw();
  },
): void {
  const top = pdf.y;
  const height = rowHeight(pdf, cells, widths);
  let x = left(pdf);
  cells.forEach((cell, index) => {
    const width = (widths[index] ?? 0) - 2 * PAD;
    const at = x + PAD;
    place(() => {
      look(pdf, bold === 'all' || index === 0);
      pdf.text(cell, at, top + PAD, { width });
    }, index);
    x += widths[index] ?? 0;
  });
  pdf.y = top + height;
}

const look = (pdf: Pdf, bold: boolean): Pdf =>
  pdf
    .font(bold ? 'bold' : 'regular')
    .fontSize(SIZE)
    .fillColor(INK);

function rowHeight(pdf: Pdf, cells: readonly string[], widths: readonly number[]): number {
  look(pdf, true);
  const heights = cells.map((cell, index) =>
    pdf.heightOfString(cell, { width: (widths[index] ?? 0) - 2 * PAD }),
  );
  return Math.max(0, ...heights) + 2 * PAD;
}

function keepRows(pdf: Pdf, rows: readonly (readonly string[])[], widths: readonly number[]): void {
  const height = rows.reduce((sum, row) => sum + rowHeight(pdf, row, widths), 0);
  if (pdf.y + height > pdf.page.maxY()) pdf.addPage();
}

/** As wide as the texts want where there is room; else each at least as wide as its longest word, and the rest shared. */
async function widthsOf(pdf: Pdf, { head, rows }: Table, turn: Turn): Promise<readonly number[]> {
  const room = innerWidth(pdf);
  const wanted = head.map(() => 0);
  const words = head.map(() => 0);
  for (const cells of [head, ...rows]) {
    look(pdf, true);
    head.forEach((_, index) => {
      const text = cells[index] ?? '';
      wanted[index] = Math.min(room / 2, Math.max(wanted[index] ?? 0, widthOf(pdf, text)));
      const longest = Math.max(...text.split(/\s+/).map((word) => widthOf(pdf, word)));
      words[index] = Math.max(words[index] ?? 0, longest);
    });
    await turn();
  }
  return shareWidth(
    room,
    wanted,
    words.map((word, index) => Math.min(word, wanted[index] ?? 0)),
  );
}

const widthOf = (pdf: Pdf, text: string): number => pdf.widthOfString(text) + 2 * PAD + 1;

function shareWidth(room: number, wanted: readonly number[], least: readonly number[]): readonly number[] {
  const [all, needed] = [sum(wanted), sum(least)];
  if (all <= room) return wanted.map((width) => (width * room) / all);
  if (needed >= room) return least.map((width) => (width * room) / needed);
  return wanted.map((width, index) => {
    const floor = least[index] ?? 0;
    return floor + ((width - floor) * (room - needed)) / (all - needed);
  });
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
