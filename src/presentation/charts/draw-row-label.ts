import { drawText } from './draw-element.ts';
import { INK } from './series-look.ts';

/** The name of a row, left of it. */
export const drawRowLabel = (text: string, right: number, y: number): string =>
  drawText({ class: 'lab', x: right, y: y + 4.4, 'font-size': 12.5, fill: INK, 'text-anchor': 'end' }, text);

/** The number of a row, right of it. */
export const drawRowValue = (text: string, left: number, y: number): string =>
  drawText({ class: 'lab', x: left, y: y + 4.4, 'font-size': 12.5, 'font-weight': 600, fill: INK }, text);
