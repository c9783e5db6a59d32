import { drawArtifact, innerWidth, MARGIN, MUTED, type Pdf } from './pdf-paper.ts';

/** Below every page, once it is known how many there are, and above all but the first what they belong to. */
export function numberPages(pdf: Pdf, title: string, pageHead: string | undefined): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page);
    if (page > start && pageHead !== undefined) headPage(pdf, pageHead);
    const y = pdf.page.height - MARGIN + 18;
    const number = `Page ${page + 1} of ${count}`;
    drawArtifact(pdf, 'Pagination', () => {
      pdf.font('regular').fontSize(8).fillColor(MUTED);
      const end = pdf.page.width - MARGIN - pdf.widthOfString(number);
      pdf.text(shorten(pdf, title, end - MARGIN - 20), MARGIN, y, { lineBreak: false });
      pdf.text(number, end, y, { lineBreak: false });
    });
  }
}

function headPage(pdf: Pdf, text: string): void {
  drawArtifact(pdf, 'Pagination', () => {
    pdf.font('regular').fontSize(8).fillColor(MUTED);
    pdf.text(shorten(pdf, text, innerWidth(pdf)), MARGIN, MARGIN - 24, { lineBreak: false });
  });
}

function shorten(pdf: Pdf, text: string, width: number): string {
  if (pdf.widthOfString(text) <= width) return text;
  let cut = Array.from(text);
  while (cut.length > 0 && pdf.widthOfString(`${cut.join('')} …`) > width) cut = cut.slice(0, -1);
  return `${cut.join('').trim()} …`;
}
