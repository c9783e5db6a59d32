import type { DocumentBlock } from './document-content.ts';
import { innerWidth, type Pdf } from './pdf-paper.ts';
import { TEXT_LOOKS, type TextLook } from './write-text.ts';

export const ABOVE_HEADING = { 2: 10, 3: 4 } as const;
/** Between two lines to write on. */
export const LINE = 24;
const INDENT = 14;

/** How much of a page a block takes. Tables and pictures find their own room and count for nothing here. */
export function blockHeight(pdf: Pdf, block: DocumentBlock): number {
  switch (block.kind) {
    case 'heading':
      return ABOVE_HEADING[block.level] + textHeight(pdf, block.text, TEXT_LOOKS[block.level]);
    case 'paragraph':
      return textHeight(pdf, block.text, TEXT_LOOKS[block.look]);
    case 'quotation':
      return textHeight(pdf, block.text, TEXT_LOOKS.plain, INDENT);
    case 'list':
      return block.items.reduce<number>(
        (sum, item) => sum + textHeight(pdf, item, { ...TEXT_LOOKS.plain, gap: 2 }, INDENT),
        TEXT_LOOKS.plain.gap,
      );
    case 'writing-space':
      return block.lines * LINE;
    case 'table':
    case 'picture':
      return 0;
  }
}

function textHeight(pdf: Pdf, text: string, { bold, size, gap }: TextLook, indent = 0): number {
  pdf.font(bold ? 'bold' : 'regular').fontSize(size);
  return pdf.heightOfString(text, { width: innerWidth(pdf) - indent, lineGap: 1.5 }) + gap;
}
