import type PDFDocument from 'pdfkit';

export type Pdf = typeof PDFDocument;
export type Tagged = PDFKit.PDFStructureElement;

/** A file while it is written: everything is added to the structure in the order in which it is read. */
export interface Paper {
  readonly pdf: Pdf;
  readonly structure: Tagged;
}

export const MARGIN = 56;
export const INK = '#18212a';
export const MUTED = '#535f6b';
export const RULE = '#c3ccd3';

export const left = ({ page }: Pdf): number => page.margins.left;
export const innerWidth = ({ page }: Pdf): number => page.width - page.margins.left - page.margins.right;

/** Begins a page where less than this is left, so that what belongs together stays together. */
export function keepRoom(pdf: Pdf, height: number): void {
  if (pdf.y + height > pdf.page.maxY()) pdf.addPage();
}

/** What is drawn for the eye only, and read to nobody. */
export function drawArtifact(pdf: Pdf, type: 'Layout' | 'Pagination', draw: () => void): void {
  pdf.markContent('Artifact', { type });
  draw();
  pdf.endMarkedContent();
}
