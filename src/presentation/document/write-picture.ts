import { innerWidth, keepRoom, left, type Paper, type Pdf } from './pdf-paper.ts';
import { readPicture, type Picture, type Shape } from './read-picture.ts';

type Boxed = PDFKit.Mixins.StructureElementOptions & {
  readonly bbox: readonly number[];
  readonly placement: 'Block';
};

const LARGEST = 1.05;

/** A chart as paths, not as pixels; its title and description are read in its place. */
export function writePicture({ pdf, structure }: Paper, svg: string): void {
  const picture = readPicture(svg);
  const scale = scaleOf(pdf, picture);
  keepRoom(pdf, pictureHeight(pdf, picture));
  const [x, y] = [left(pdf), pdf.y];
  const bottom = y + picture.height * scale;
  const options: Boxed = {
    alt: picture.alternative,
    bbox: [x, y, x + picture.width * scale, bottom],
    placement: 'Block',
  };
  structure.add(
    pdf.struct('Figure', options, [
      () => {
        drawShapes(pdf, picture, { x, y, scale });
      },
    ]),
  );
  pdf.x = x;
  pdf.y = bottom + 8;
}

const scaleOf = (pdf: Pdf, { width }: Picture): number => Math.min(LARGEST, innerWidth(pdf) / width);

/** How much of the page it takes. */
export const pictureHeight = (pdf: Pdf, picture: Picture): number => picture.height * scaleOf(pdf, picture);

interface Place {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

function drawShapes(pdf: Pdf, { shapes }: Picture, { x, y, scale }: Place): void {
  pdf.save().translate(x, y).scale(scale);
  for (const shape of shapes) {
    pdf.save();
    if (shape.name === 'text') drawWords(pdf, shape);
    else paint(trace(pdf, shape), shape);
    pdf.restore();
  }
  pdf.restore();
}

/** The outline of a shape as a path. */
function trace(pdf: Pdf, { name, attributes }: Shape): Pdf {
  const at = (key: string): number => Number(attributes[key] ?? 0);
  switch (name) {
    case 'line':
      return pdf.moveTo(at('x1'), at('y1')).lineTo(at('x2'), at('y2'));
    case 'circle':
      return pdf.circle(at('cx'), at('cy'), at('r'));
    case 'rect':
      return pdf.rect(at('x'), at('y'), at('width'), at('height'));
    case 'path':
      return pdf.path(attributes['d'] ?? '');
    default:
      throw new Error(`a picture has a shape that we do not draw: ${name}`);
  }
}

function paint(pdf: Pdf, { attributes }: Shape): void {
  const { fill, stroke } = attributes;
  const dash = attributes['stroke-dasharray']?.split(' ').map(Number) ?? null;
  pdf.lineWidth(Number(attributes['stroke-width'] ?? 1));
  pdf.strokeOpacity(Number(attributes['stroke-opacity'] ?? 1));
  if (dash !== null) drawDashed(pdf, dash);
  if (fill !== undefined && stroke !== undefined) pdf.fillAndStroke(fill, stroke);
  else if (fill !== undefined) pdf.fill(fill);
  else if (stroke !== undefined) pdf.stroke(stroke);
}

function drawDashed(pdf: Pdf, lengths: readonly number[]): void {
  const [on = 1, off = on] = lengths;
  pdf.dash(on, { space: off });
}

/** Texts of a chart stand on their base line, at its start, middle or end. */
function drawWords(pdf: Pdf, { attributes, text }: Shape): void {
  const strong = Number(attributes['font-weight'] ?? 400) > 500;
  pdf
    .font(strong ? 'bold' : 'regular')
    .fontSize(Number(attributes['font-size'] ?? 12))
    .fillColor(attributes['fill'] ?? 'black');
  const share = { start: 0, middle: 0.5, end: 1 }[attributes['text-anchor'] ?? 'start'] ?? 0;
  const x = Number(attributes['x'] ?? 0) - share * pdf.widthOfString(text);
  pdf.text(text, x, Number(attributes['y'] ?? 0), { lineBreak: false, baseline: 'alphabetic' });
}
