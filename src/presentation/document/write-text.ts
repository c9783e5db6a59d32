import { INK, innerWidth, keepRoom, left, MUTED, type Paper } from './pdf-paper.ts';

export interface TextLook {
  readonly tag: string;
  readonly size: number;
  readonly bold: boolean;
  readonly colour: string;
  /** Below it. */
  readonly gap: number;
}

export const TEXT_LOOKS = {
  plain: { tag: 'P', size: 10, bold: false, colour: INK, gap: 6 },
  quiet: { tag: 'P', size: 9, bold: false, colour: MUTED, gap: 6 },
  strong: { tag: 'P', size: 10, bold: true, colour: INK, gap: 6 },
  2: { tag: 'H2', size: 14, bold: true, colour: INK, gap: 4 },
  3: { tag: 'H3', size: 11, bold: true, colour: INK, gap: 3 },
} as const;

/** A heading or a paragraph, over as many lines and pages as it takes. */
export function writeText({ pdf, structure }: Paper, text: string, look: TextLook, indent = 0): void {
  if (text === '') return;
  const draw = (): void => {
    pdf
      .font(look.bold ? 'bold' : 'regular')
      .fontSize(look.size)
      .fillColor(look.colour)
      .text(text, left(pdf) + indent, pdf.y, { width: innerWidth(pdf) - indent, lineGap: 1.5 });
  };
  structure.add(pdf.struct(look.tag, {}, [draw]));
  pdf.x = left(pdf);
  pdf.y += look.gap;
}

export function writeList({ pdf, structure }: Paper, items: readonly string[]): void {
  const list = pdf.struct('L');
  structure.add(list);
  for (const item of items) {
    const entry = pdf.struct('LI');
    list.add(entry);
    const width = innerWidth(pdf) - 14;
    pdf.font('regular').fontSize(10).fillColor(INK);
    keepRoom(pdf, pdf.currentLineHeight(true));
    const top = pdf.y;
    entry.add(pdf.struct('Lbl', {}, [() => pdf.text('•', left(pdf), top, { lineBreak: false })]));
    entry.add(pdf.struct('LBody', {}, [() => pdf.text(item, left(pdf) + 14, top, { width, lineGap: 1.5 })]));
    entry.end();
    pdf.y += 2;
  }
  list.end();
  pdf.x = left(pdf);
  pdf.y += 6;
}
