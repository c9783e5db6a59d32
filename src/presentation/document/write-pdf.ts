import { ABOVE_HEADING, blockHeight, LINE } from './block-height.ts';
import type { DocumentBlock, DocumentContent } from './document-content.ts';
import { keepShowable } from './keep-showable.ts';
import type { DocumentFonts } from './load-fonts.ts';
import { numberPages } from './number-pages.ts';
import {
  drawArtifact,
  INK,
  innerWidth,
  keepRoom,
  left,
  MARGIN,
  MUTED,
  RULE,
  type Paper,
  type Pdf,
} from './pdf-paper.ts';
import { readPicture } from './read-picture.ts';
import { pictureHeight, writePicture } from './write-picture.ts';
import { writeTable } from './write-table.ts';
import { countStandIns, sayStandIns } from './stand-ins.ts';
import { takeTurns, type Turn } from './take-turns.ts';
import { TEXT_LOOKS, writeList, writeText } from './write-text.ts';

/**
 * A document as tagged PDF: headings, paragraphs, lists, tables and pictures stand in its structure in reading order, with
 * bookmarks, page numbers, title and language, and it brings its letters. It is finished when this is fulfilled, so that
 * a fault is known before the first byte leaves. Others get their turn in between: a long document takes a second.
 */
export async function writePdf(
  content: DocumentContent,
  fonts: DocumentFonts,
): Promise<AsyncIterable<Uint8Array>> {
  const shown = keepShowable(content, fonts.has);
  const pdf = await begin(shown, fonts);
  const standIns = countStandIns(pdf);
  const structure = pdf.struct('Document');
  pdf.addStructure(structure);
  const bookmarks = pdf.outline.addItem(shown.title, { expanded: true });
  const paper = { pdf, structure };
  writeText(paper, shown.title, { tag: 'H1', size: 20, bold: true, colour: INK, gap: 4 });
  writeText(paper, shown.subtitle, { tag: 'P', size: 10, bold: false, colour: MUTED, gap: 14 });
  const turn = takeTurns();
  for (const [index, block] of shown.blocks.entries()) {
    await turn();
    if (block.kind === 'heading') {
      keepRoom(pdf, roomFrom(paper, block, shown.blocks.slice(index + 1)));
      if (block.level === 2) bookmarks.addItem(block.text, placeOf(pdf));
    }
    await writeBlock(paper, block, turn);
  }
  numberPages(pdf, shown.title, shown.pageHead);
  sayStandIns(paper, standIns);
  structure.end();
  await finish(pdf, turn);
  return pdf;
}

/** What the library does at the end in one go holds everybody up for 100 ms; a font alone takes 30 of them. */
async function finish(pdf: Pdf, turn: Turn): Promise<void> {
  await turn();
  pdf.flushPages();
  for (const name of ['regular', 'bold']) {
    await turn();
    pdf.font(name);
    (pdf as unknown as { readonly _font: { finalize(): void } })._font.finalize();
  }
  await turn();
  pdf.end();
}

async function begin(
  { title, language, at, landscape = false }: DocumentContent,
  { regular, bold }: DocumentFonts,
): Promise<Pdf> {
  // With the first file: nothing else of the product takes as long to load, and most starts write none.
  const { default: PDFDocument } = await import('pdfkit');
  const options = {
    ...{ size: 'A4', layout: landscape ? 'landscape' : 'portrait', margin: MARGIN },
    ...{ pdfVersion: '1.7', lang: language },
    ...{ tagged: true, displayTitle: true, bufferPages: true, subset: 'PDF/UA', autoFirstPage: false },
    info: { Title: asMetadata(title), Creator: 'Attune', Producer: 'Attune', CreationDate: at },
    // Without it the library would load one of the fonts that a file does not bring with it.
    font: null,
  };
  const pdf = new PDFDocument(options as unknown as PDFKit.PDFDocumentOptions);
  pdf.registerFont('regular', regular).registerFont('bold', bold);
  return pdf.addPage();
}

/** The library writes it into XML as it is. */
const asMetadata = (title: string): string =>
  title.replaceAll('&', '＆').replaceAll('<', '‹').replaceAll('>', '›');

type Heading = Extract<DocumentBlock, { kind: 'heading' }>;

/** A heading stands on the page of what it is about. */
function roomFrom({ pdf }: Paper, head: Heading, after: readonly DocumentBlock[]): number {
  const [next] = after;
  const least =
    next?.kind === 'picture' ? HEADING + pictureHeight(pdf, readPicture(next.svg)) : head.level * HEADING;
  const together = [head, ...after.slice(0, head.keep ?? 0)];
  const room = together.reduce((sum, block) => sum + blockHeight(pdf, block), 0);
  return room > pdf.page.maxY() - pdf.page.margins.top ? least : Math.max(least, room);
}

const HEADING = 40;

/** Where a bookmark leads; the types do not know that it may be a place on the page. */
const placeOf = ({ page, y }: Pdf): { expanded: boolean } => {
  const place = { expanded: false, top: y - 8, left: page.width };
  return place;
};

async function writeBlock(paper: Paper, block: DocumentBlock, turn: Turn): Promise<void> {
  switch (block.kind) {
    case 'heading':
      paper.pdf.y += ABOVE_HEADING[block.level];
      writeText(paper, block.text, TEXT_LOOKS[block.level]);
      break;
    case 'paragraph':
      writeText(paper, block.text, TEXT_LOOKS[block.look]);
      break;
    case 'list':
      writeList(paper, block.items);
      break;
    case 'quotation':
      writeText(paper, block.text, { ...TEXT_LOOKS.plain, tag: 'BlockQuote' }, 14);
      break;
    case 'table':
      await writeTable(paper, block, turn);
      break;
    case 'picture':
      writePicture(paper, block.svg);
      break;
    case 'writing-space':
      drawLines(paper, block.lines);
  }
}

function drawLines({ pdf }: Paper, lines: number): void {
  keepRoom(pdf, lines * LINE);
  for (let line = 0; line < lines; line += 1) {
    pdf.y += LINE;
    const y = pdf.y;
    drawArtifact(pdf, 'Layout', () => {
      pdf
        .moveTo(left(pdf), y)
        .lineTo(left(pdf) + innerWidth(pdf), y)
        .lineWidth(0.6)
        .stroke(RULE);
    });
  }
  pdf.y += 10;
}
